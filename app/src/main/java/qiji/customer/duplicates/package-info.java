/** Which customers, and which contacts, are probably the same one: while typing, in files, and among all. [B1] */
@NamedInterface("duplicates")
@NullMarked
package qiji.customer.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
