package qiji.opportunity.gate;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import db.opportunity.tables.OpportunityVersionTable;
import db.opportunity.tables.records.OpportunityRecord;
import org.jooq.Condition;
import qiji.opportunity.grade.Grade;

/** Whether grade and assessment of an opportunity were confirmed: nobody confirms those of a general one. [D9 S9] */
final class Confirmed {
    private static final String FREE = Grade.GENERAL.name();

    private Confirmed() {}

    static boolean is(OpportunityRecord row) {
        boolean isFree = row.getGrade() == null || row.getGrade().equals(FREE);
        return row.getGradePending() == null && (isFree || row.getScore() != null);
    }

    /** That it was not, by the version that the move ended: it keeps the grade that stood when it ended. */
    static Condition isNot(OpportunityVersionTable version) {
        return version.GRADE_PENDING
                .isNotNull()
                .or(coalesce(version.GRADE, inline(FREE)).ne(inline(FREE)).and(version.SCORE.isNull()));
    }
}
