/** Who is looking and what they may do: viewer, scope, permission, and the interfaces by which lower modules ask upper ones. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package qiji.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
