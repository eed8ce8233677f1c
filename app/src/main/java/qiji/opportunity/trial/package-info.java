/** What drafts of rules would have made of opportunities of the past. [X7] */
@NullMarked
package qiji.opportunity.trial;

import org.jspecify.annotations.NullMarked;
