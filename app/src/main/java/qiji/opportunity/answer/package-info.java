/** What opportunities answer when lower modules ask: who may see, what was followed up, what a leaver has. */
@NullMarked
package qiji.opportunity.answer;

import org.jspecify.annotations.NullMarked;
