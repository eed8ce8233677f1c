/** Records that name others by custom fields, when one of those becomes one with another. [A5 B1] */
@NullMarked
package qiji.records.references;

import org.jspecify.annotations.NullMarked;
