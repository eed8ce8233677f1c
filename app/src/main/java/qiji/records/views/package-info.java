/** Saved views: what a list shows and how, kept for oneself, a team or everybody. [X2] */
@NamedInterface("views")
@NullMarked
package qiji.records.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
