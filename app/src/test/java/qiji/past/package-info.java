/** Whether the past is told as it was. */
@NullMarked
package qiji.past;

import org.jspecify.annotations.NullMarked;
