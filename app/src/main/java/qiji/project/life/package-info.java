/** The rules of a project's life alone. */
@NullMarked
package qiji.project.life;

import org.jspecify.annotations.NullMarked;
