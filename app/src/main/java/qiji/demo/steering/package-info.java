/** How the company of the demonstration steers its opportunities. */
@NullMarked
package qiji.demo.steering;

import org.jspecify.annotations.NullMarked;
