/** What belongs to an opportunity: team, contacts at the customer, product lines, key actions done. */
@NullMarked
package qiji.opportunity.part;

import org.jspecify.annotations.NullMarked;
