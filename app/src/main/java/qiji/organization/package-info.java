/** Who works here: departments, people, their roles and rights, and how they sign in. */
@ApplicationModule(allowedDependencies = {"platform", "access", "records", "records::imports"})
@NullMarked
package qiji.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
