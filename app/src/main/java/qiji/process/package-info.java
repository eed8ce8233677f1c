/** Sales processes: their stages with control parameters and gates. Definitions only; the answers live in opportunity. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package qiji.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
