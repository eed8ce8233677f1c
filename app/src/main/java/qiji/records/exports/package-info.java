/** Lists written into files by jobs, to be fetched within a day. [X3] */
@NamedInterface("exports")
@NullMarked
package qiji.records.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
