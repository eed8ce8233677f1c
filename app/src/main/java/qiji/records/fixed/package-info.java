/** Statements that are written out once. */
@NullMarked
package qiji.records.fixed;

import org.jspecify.annotations.NullMarked;
