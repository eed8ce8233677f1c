/** Decisions that others take: who is asked, in which order, what they said, and of what. Knows a record only as {@code RecordRef}. */
@ApplicationModule(allowedDependencies = {"organization::holder", "organization::absence"})
@NullMarked
package qiji.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
