/** The technical ground: problems, clock, calendar, jobs, files. Knows nothing of the trade and is closed to it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package qiji.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
