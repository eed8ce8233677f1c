/** What is said of an ending: the measure that follows from it, and what its page shows. [D12] */
@NullMarked
package qiji.opportunity.review;

import org.jspecify.annotations.NullMarked;
