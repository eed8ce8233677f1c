/** Assessments: by several raters along a score card, sent for approval, fixing the direction of an opportunity. [D6] */
@NullMarked
package qiji.opportunity.assessment;

import org.jspecify.annotations.NullMarked;
