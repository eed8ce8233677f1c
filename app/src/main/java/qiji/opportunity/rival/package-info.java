/** The competitors met in an opportunity, and how we fare against each. */
@NullMarked
package qiji.opportunity.rival;

import org.jspecify.annotations.NullMarked;
