/** Whom a record is shown to beside those whose it is, also when it becomes one with another. [A3 B1] */
@NamedInterface("sharing")
@NullMarked
package qiji.organization.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
