/** Measures the packaged application on data of any size, each request beside the same work in bare SQL. */
@NullMarked
package qiji.bench;

import org.jspecify.annotations.NullMarked;
