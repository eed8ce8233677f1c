/** Who sells against us: the register of competitors. */
@ApplicationModule(allowedDependencies = {"records::imports", "records::bulk", "records::register"})
@NullMarked
package qiji.competitor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
