/** The pipeline in lanes, and what a seller begins the day with. */
@NullMarked
package qiji.opportunity.board;

import org.jspecify.annotations.NullMarked;
