/** Records that are about a record of another type, as follow-ups and files are. */
@NamedInterface("about")
@NullMarked
package qiji.records.about;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
