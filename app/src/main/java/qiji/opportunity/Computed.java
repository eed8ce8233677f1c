package qiji.opportunity;

import static db.process.Tables.STAGE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityTable;
import db.process.tables.StageTable;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.ValidityState;
import qiji.platform.Time;
import qiji.process.Maturity;
import qiji.records.RecordType;
import qiji.records.past.AsOf;

/** What follows from an opportunity and its stage, as SQL: never stored, so never stale. Fields of it read the stage beside. */
final class Computed {
    /** The reference of an opportunity that must be read beside. */
    static final String STAGE_FIELD = "stage";

    private Computed() {}

    /** M8: expected amount × the stage's win rate while open; the amount won if won; else nothing. Yuan. */
    static Field<BigDecimal> weightedAmount(OpportunityTable o) {
        return when(
                        o.STATUS.eq(inline(OpportunityStatus.OPEN.name())),
                        o.EXPECTED_AMOUNT
                                .mul(stage(o).WIN_RATE)
                                .div(inline(BigDecimal.valueOf(100)))
                                .cast(SQLDataType.NUMERIC(18, 2)))
                .when(o.STATUS.eq(inline(OpportunityStatus.WON.name())), o.WON_AMOUNT)
                .otherwise(inline(BigDecimal.ZERO));
    }

    /** A contract total by its months, to the fen. */
    static Field<BigDecimal> monthly(Field<BigDecimal> total, OpportunityTable o) {
        return round(total.div(o.CONTRACT_MONTHS), 2);
    }

    /** What the stage stands for; of one not valid always 潜在. [S4] */
    static Field<String> maturity(OpportunityTable o) {
        return when(o.VALID, stage(o).MATURITY).otherwise(inline(Maturity.POTENTIAL.name()));
    }

    static Field<String> validityState(OpportunityTable o) {
        return when(o.VALID, inline(ValidityState.VALID.name()))
                .when(o.VALIDITY_WAIVED_BY.isNotNull(), inline(ValidityState.WAIVED.name()))
                .otherwise(inline(ValidityState.NOT_VALID.name()));
    }

    /** Days of the company's calendar since it entered its stage; of a closed one up to its closing. */
    static Field<Integer> daysInStage(OpportunityTable o) {
        return greatest(
                inline(0),
                field(
                        "(case when {0} in ('OPEN', 'DEFERRED') then {4} at time zone {1} else {2} at time zone {1} end)::date"
                                + " - ({3} at time zone {1})::date",
                        SQLDataType.INTEGER,
                        o.STATUS,
                        inline(Time.ZONE.getId()),
                        o.STATUS_AT,
                        o.STAGE_ENTERED_AT,
                        AsOf.now()));
    }

    /**
     * Days beyond the planned ones, while open; 0 if none are planned. What was kept before there were editions does not
     * say when it overstays: it is counted by what its stage planned then. [D5]
     */
    static Field<Integer> overstayDays(OpportunityTable o) {
        Field<Integer> over = field(
                "({0} at time zone {1})::date - {2} + 1",
                SQLDataType.INTEGER, AsOf.now(), inline(Time.ZONE.getId()), o.OVERSTAY_ON);
        return when(o.STATUS.ne(inline(OpportunityStatus.OPEN.name())), inline(0))
                .when(o.OVERSTAY_ON.isNotNull(), greatest(inline(0), over))
                .when(o.EDITION_ID.isNull(), greatest(inline(0), daysInStage(o).minus(stage(o).PLANNED_DAYS)))
                .otherwise(inline(0));
    }

    private static StageTable stage(OpportunityTable o) {
        return STAGE.as(RecordType.beside(o.getName(), STAGE_FIELD));
    }
}
