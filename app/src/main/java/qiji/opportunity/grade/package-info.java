/** How weighty an opportunity is, by rule: its grade, and what another rule would have made of those of the past. [D3 X7] */
@NullMarked
package qiji.opportunity.grade;

import org.jspecify.annotations.NullMarked;
