/** By what opportunities are scored and screened: cards and limits as rules, and what became of those that were scored. [D6 X7] */
@NullMarked
package qiji.opportunity.score;

import org.jspecify.annotations.NullMarked;
