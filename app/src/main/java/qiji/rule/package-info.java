/** Rules that are data: what they say from which day on, where, who says so, and what a draft would have changed. [X7] */
@ApplicationModule(allowedDependencies = {"platform", "access", "jobs", "records", "organization"})
@NullMarked
package qiji.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
