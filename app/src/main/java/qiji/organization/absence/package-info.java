/** Who is away, and who stands in for them. */
@NamedInterface("absence")
@NullMarked
package qiji.organization.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
