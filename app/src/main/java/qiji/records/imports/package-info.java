/** Loading files into records: mapping, dry run, run, resume, undo. [X3] */
@NamedInterface("imports")
@NullMarked
package qiji.records.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
