/** What became of the pipeline between two days. [D17] */
@NullMarked
package qiji.opportunity.movement;

import org.jspecify.annotations.NullMarked;
