/** The customers of the demonstration. */
@NullMarked
package qiji.demo.client;

import org.jspecify.annotations.NullMarked;
