/** Registers: records that everybody with the permission sees whole, such as products and competitors. */
@NamedInterface("register")
@NullMarked
package qiji.records.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
