/** Two customers or two contacts become one: by a choice for each field, with all that named the other, until undone. [B1] */
@NullMarked
package qiji.customer.merge;

import org.jspecify.annotations.NullMarked;
