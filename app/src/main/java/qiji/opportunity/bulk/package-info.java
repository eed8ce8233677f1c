/** Many opportunities at once. [X2] */
@NullMarked
package qiji.opportunity.bulk;

import org.jspecify.annotations.NullMarked;
