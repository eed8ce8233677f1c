/** Indexes of custom fields, as administrators wish for them, and what lists are quickly sorted by. [X2] */
@NamedInterface("indexes")
@NullMarked
package qiji.records.indexes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
