/** How an opportunity is to be developed: strategy, resources, and what is done by whom and when. */
@NamedInterface("plan")
@NullMarked
package qiji.opportunity.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
