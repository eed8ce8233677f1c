/** Reports of opportunities to the city company, with receipt or return. [D3] */
@NullMarked
package qiji.opportunity.city;

import org.jspecify.annotations.NullMarked;
