/** The field catalogue: what is the same for every record. Lists, filters, exports, imports and search derive from it. */
@ApplicationModule(allowedDependencies = {"platform", "platform::tabular", "access", "jobs"})
@NullMarked
package qiji.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
