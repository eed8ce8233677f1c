/** What an opportunity is to bring: revenue and cost by month, and what follows from them. [D6] */
@NullMarked
package qiji.opportunity.profit;

import org.jspecify.annotations.NullMarked;
