/** Development plans of open opportunities, and the projects of won ones. */
@NullMarked
package qiji.demo.project;

import org.jspecify.annotations.NullMarked;
