package qiji.opportunity.grade;

import static db.process.Tables.STAGE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityTable;
import db.process.tables.StageTable;
import org.jooq.Field;
import qiji.process.Maturity;
import qiji.process.Period;
import qiji.records.RecordType;

/** What follows from the stage of an opportunity, as SQL: never stored, so never stale. */
final class GradeSql {
    static final String STAGE_FIELD = "stage";

    private GradeSql() {}

    /** By its maturity, which is potential at every stage of one that is not valid. [S4] */
    static Field<String> period(OpportunityTable o) {
        Field<String> ofStage = when(
                        stage(o).MATURITY.eq(inline(Maturity.POTENTIAL.name())), inline(name(Maturity.POTENTIAL)))
                .when(stage(o).MATURITY.eq(inline(Maturity.VALID.name())), inline(name(Maturity.VALID)))
                .when(stage(o).MATURITY.eq(inline(Maturity.SUCCESS.name())), inline(name(Maturity.SUCCESS)))
                .otherwise(inline(name(Maturity.TARGET)));
        return when(o.VALID, ofStage).otherwise(inline(name(Maturity.POTENTIAL)));
    }

    private static String name(Maturity maturity) {
        return Period.of(maturity).name();
    }

    private static StageTable stage(OpportunityTable o) {
        return STAGE.as(RecordType.beside(o.getName(), STAGE_FIELD));
    }
}
