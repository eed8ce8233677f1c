/** What everybody did: written by the database and, for what is no change of a row, by the application; changed by nobody. */
@ApplicationModule(allowedDependencies = {"platform", "access", "records", "organization"})
@NullMarked
package qiji.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
