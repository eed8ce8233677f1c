/** What the gates of a process ask of an opportunity, and how it answers. [D5] */
@NullMarked
package qiji.opportunity.gate;

import org.jspecify.annotations.NullMarked;
