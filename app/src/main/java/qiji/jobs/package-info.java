/** Long work, done on behalf of a user, with progress, cancel and resume: on any node, after any crash. */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package qiji.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
