/** Tables in files: reads CSV and xlsx of any origin row by row, writes both, and reads values out of cells. */
@NamedInterface("tabular")
@NullMarked
package qiji.platform.tabular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
