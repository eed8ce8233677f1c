/** Why somebody sees a record, or does not. [A5] */
@NullMarked
package qiji.organization.explanation;

import org.jspecify.annotations.NullMarked;
