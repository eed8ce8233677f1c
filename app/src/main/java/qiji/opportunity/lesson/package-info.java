/** What is learnt from endings: kept with the opportunity that taught it, published, and shown where it helps. [D12 E4] */
@NullMarked
package qiji.opportunity.lesson;

import org.jspecify.annotations.NullMarked;
