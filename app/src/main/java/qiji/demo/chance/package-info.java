/** What the demonstration is made up from: chance that falls the same way again, working time, and words. */
@NullMarked
package qiji.demo.chance;

import org.jspecify.annotations.NullMarked;
