/** Records in lanes: for boards, grouped lists, calendars and charts. [X2] */
@NamedInterface("lanes")
@NullMarked
package qiji.records.lanes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
