package qiji.opportunity.duty;

import static qiji.records.Fields.bool;

import db.opportunity.tables.OpportunityTable;
import java.util.List;
import qiji.opportunity.grade.GradeFields;
import qiji.records.FieldOf;

/** What lists, filters, boards and exports of opportunities know of the duties that follow from a grade. [D3 D8] */
public final class DutyFields {
    static final String PROGRESS_OVERDUE = "progressOverdue";
    static final String LEADER_OVERDUE = "leaderOverdue";

    private DutyFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                bool(PROGRESS_OVERDUE, "进展逾期", "Progress overdue", DutySql::progressOverdue)
                        .of(GradeFields.judgedWith("grade", "status", "openedOn", "lastFollowUpAt"))
                        .readOnly()
                        .hiddenFromImport(),
                bool(LEADER_OVERDUE, "领导跟进逾期", "Leader's follow-up overdue", DutySql::leaderOverdue)
                        .of(GradeFields.judgedWith(
                                "grade",
                                "status",
                                "openedOn",
                                "gradeConfirmedAt",
                                "leaderFollowUpAt",
                                "responsibleLeader"))
                        .readOnly()
                        .hiddenFromImport());
    }
}
