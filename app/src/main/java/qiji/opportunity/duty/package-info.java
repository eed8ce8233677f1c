/** What grades ask for, how often, and who is reminded of it. [D3 D8] */
@NullMarked
package qiji.opportunity.duty;

import org.jspecify.annotations.NullMarked;
