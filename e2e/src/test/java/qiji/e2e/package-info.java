/** Journeys of people in a real browser, and of who runs it at a terminal, against the packaged application. */
@NullMarked
package qiji.e2e;

import org.jspecify.annotations.NullMarked;
