package qiji.opportunity.score;

import static qiji.records.Fields.choice;
import static qiji.records.Fields.number;

import db.opportunity.tables.OpportunityTable;
import java.util.List;
import qiji.records.FieldOf;

/** What lists, filters and exports of opportunities know of assessments: what the last approved one came to. [D6] */
public final class ScoreFields {
    public static final String SCORE = "score";
    public static final String SCREENING = "screening";

    private ScoreFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                number(SCORE, "评分", "Score", (OpportunityTable o) -> o.SCORE)
                        .readOnly()
                        .hiddenFromImport(),
                choice(SCREENING, "筛选结果", "Screening", (OpportunityTable o) -> o.SCREENING, Screening.class)
                        .readOnly()
                        .hiddenFromImport());
    }
}
