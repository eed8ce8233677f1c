/** Opportunities out of files, as they were. [X3] */
@NullMarked
package qiji.opportunity.imports;

import org.jspecify.annotations.NullMarked;
