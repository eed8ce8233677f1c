/** How an opportunity is to be developed: strategy, resources, and what is done by whom and when. */
@NullMarked
package qiji.opportunity.plan;

import org.jspecify.annotations.NullMarked;
