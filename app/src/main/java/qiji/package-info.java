@NullMarked
package qiji;

import org.jspecify.annotations.NullMarked;
