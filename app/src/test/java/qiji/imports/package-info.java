/** Imports across modules, as users have them. */
@NullMarked
package qiji.imports;

import org.jspecify.annotations.NullMarked;
