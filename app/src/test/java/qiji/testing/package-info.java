/** What tests share: a real database, the application around it, sample people. */
@NullMarked
package qiji.testing;

import org.jspecify.annotations.NullMarked;
