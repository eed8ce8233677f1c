/** What a stage asks of one opportunity on its way: waivers, evidence, answers, decisions, and how long it stays. */
@NullMarked
package qiji.opportunity.control;

import org.jspecify.annotations.NullMarked;
