/** What somebody has, given to a successor or taken along to another department. */
@NullMarked
package qiji.organization.handover;

import org.jspecify.annotations.NullMarked;
