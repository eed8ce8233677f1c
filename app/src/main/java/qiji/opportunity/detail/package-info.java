/** One opportunity over HTTP: read whole for its page, made, edited, given to others. */
@NullMarked
package qiji.opportunity.detail;

import org.jspecify.annotations.NullMarked;
