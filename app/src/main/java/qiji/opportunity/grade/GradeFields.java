package qiji.opportunity.grade;

import static qiji.records.Fields.choice;
import static qiji.records.Fields.date;
import static qiji.records.Fields.instant;

import db.opportunity.tables.OpportunityTable;
import java.util.List;
import java.util.stream.Stream;
import qiji.opportunity.rad.Rad;
import qiji.opportunity.rad.RadSql;
import qiji.process.Period;
import qiji.records.FieldOf;

/** What lists, filters, boards and exports of opportunities know of grade and RAD grid. [D3 D4 S4] */
public final class GradeFields {
    /** By what a grade is found: who may not read one of them is not told the grade either. */
    private static final String[] JUDGED_BY = {"expectedAmount", "customerBudget", "lineCount"};

    private GradeFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                choice("grade", "等级", "Grade", (OpportunityTable o) -> o.GRADE, Grade.class)
                        .of(JUDGED_BY)
                        .readOnly()
                        .hiddenFromImport()
                        .column(),
                choice(
                                "gradePending",
                                "待确认等级",
                                "Grade to be confirmed",
                                (OpportunityTable o) -> o.GRADE_PENDING,
                                Grade.class)
                        .of(judgedWith("grade"))
                        .readOnly()
                        .hiddenFromImport(),
                choice(
                                "gradeState",
                                "定级状态",
                                "State of the grade",
                                (OpportunityTable o) -> o.GRADE_STATE,
                                GradeState.class)
                        .of(judgedWith("grade"))
                        .readOnly()
                        .hiddenFromImport(),
                instant(
                                "gradeConfirmedAt",
                                "定级确认时间",
                                "Grade confirmed at",
                                (OpportunityTable o) -> o.GRADE_CONFIRMED_AT)
                        .of(judgedWith("grade"))
                        .readOnly()
                        .hiddenFromImport(),
                choice("rad", "RAD", "RAD", RadSql::rad, Rad.class)
                        .of("customerBudget", "stage", "status", "ownerWinRate")
                        .with(GradeSql.STAGE_FIELD)
                        .readOnly()
                        .hiddenFromImport(),
                choice("period", "成长时期", "Period", GradeSql::period, Period.class)
                        .of("valid", "stage")
                        .with(GradeSql.STAGE_FIELD)
                        .readOnly()
                        .hiddenFromImport(),
                choice(
                                "cityReport",
                                "上报市公司",
                                "Report to the city",
                                (OpportunityTable o) -> o.CITY_REPORT,
                                CityReportState.class)
                        .of(judgedWith("grade"))
                        .readOnly()
                        .hiddenFromImport(),
                date("cityReportedOn", "上报日期", "Reported on", (OpportunityTable o) -> o.CITY_REPORTED_ON)
                        .of(judgedWith("grade"))
                        .readOnly()
                        .hiddenFromImport(),
                instant(
                                "leaderFollowUpAt",
                                "领导最近跟进",
                                "Last follow-up by the leader",
                                (OpportunityTable o) -> o.LEADER_FOLLOW_UP_AT)
                        .of("responsibleLeader")
                        .readOnly()
                        .hiddenFromImport());
    }

    /** What is found by a grade, and by more. */
    public static String[] judgedWith(String... more) {
        return Stream.concat(Stream.of(JUDGED_BY), Stream.of(more)).toArray(String[]::new);
    }
}
