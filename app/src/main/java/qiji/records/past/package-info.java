/** Records as they were: the moment that a query asks about. [D17] */
@NamedInterface("past")
@NullMarked
package qiji.records.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
