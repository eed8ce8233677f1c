/** What may go wrong with an opportunity, how likely, how badly, and what is done about it. [D6] */
@NullMarked
package qiji.opportunity.risk;

import org.jspecify.annotations.NullMarked;
