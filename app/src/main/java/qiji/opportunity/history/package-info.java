/** What happened to an opportunity: its changes in words, and one feed with follow-ups, files and tasks. */
@NullMarked
package qiji.opportunity.history;

import org.jspecify.annotations.NullMarked;
