/** Steps and milestones between days, measured against a baseline: what development plans and projects have in common. */
@NamedInterface("schedule")
@NullMarked
package qiji.opportunity.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
