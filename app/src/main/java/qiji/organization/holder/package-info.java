/** Who holds a role for a department, who leads it, who manages whom. */
@NamedInterface("holder")
@NullMarked
package qiji.organization.holder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
