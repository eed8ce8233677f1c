/** How the database goes about what is asked of many records. */
@NullMarked
package qiji.plans;

import org.jspecify.annotations.NullMarked;
