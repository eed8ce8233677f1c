/** Journeys of people in a real browser against the packaged application. */
@NullMarked
package qiji.e2e;

import org.jspecify.annotations.NullMarked;
