/** How far back in time one has to look to find enough. */
@NullMarked
package qiji.records.recent;

import org.jspecify.annotations.NullMarked;
