/** Statements that are written out once. */
@NamedInterface("fixed")
@NullMarked
package qiji.records.fixed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
