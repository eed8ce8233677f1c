/** What becomes of an opportunity under way: moved on, won, lost, deferred and woken, re-opened. [D5 D12] */
@NullMarked
package qiji.opportunity.move;

import org.jspecify.annotations.NullMarked;
