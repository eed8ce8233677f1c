/** What people are told of their opportunities. */
@NullMarked
package qiji.opportunity.telling;

import org.jspecify.annotations.NullMarked;
