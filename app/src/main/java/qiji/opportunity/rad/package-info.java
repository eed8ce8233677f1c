/** The RAD grid: budget by win rate, in bands that are a rule. [D4 X7] */
@NullMarked
package qiji.opportunity.rad;

import org.jspecify.annotations.NullMarked;
