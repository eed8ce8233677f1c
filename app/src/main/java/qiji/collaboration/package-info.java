/** What people share about a record: its files. */
@ApplicationModule(allowedDependencies = {"records::about"})
@NullMarked
package qiji.collaboration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
