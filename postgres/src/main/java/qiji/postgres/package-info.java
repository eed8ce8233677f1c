/** PostgreSQL in a box: a real server as a child process, its data in one folder, stopped and mended by itself. */
@NullMarked
package qiji.postgres;

import org.jspecify.annotations.NullMarked;
