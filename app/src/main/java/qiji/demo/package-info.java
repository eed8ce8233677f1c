/** A believable company with years of history, made up at any size: to look around in, and to measure with. [X9] */
@ApplicationModule(allowedDependencies = {"customer", "customer::duplicates"})
@NullMarked
package qiji.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
