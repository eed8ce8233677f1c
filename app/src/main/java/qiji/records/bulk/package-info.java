/** Work on many records at once, by the verbs of their modules: each record by every rule and right of its own. [X2] */
@NamedInterface("bulk")
@NullMarked
package qiji.records.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
