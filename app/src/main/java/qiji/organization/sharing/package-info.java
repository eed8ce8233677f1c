/** Whom a record is shown to when it becomes one with another. [A3 B1] */
@NullMarked
package qiji.organization.sharing;

import org.jspecify.annotations.NullMarked;
