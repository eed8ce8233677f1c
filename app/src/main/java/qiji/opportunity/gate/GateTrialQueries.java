package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static qiji.opportunity.gate.GateMoves.AMOUNT;
import static qiji.opportunity.gate.GateMoves.AT;
import static qiji.opportunity.gate.GateMoves.ID;
import static qiji.opportunity.gate.GateMoves.LACKING;
import static qiji.opportunity.gate.GateMoves.OWNER;
import static qiji.opportunity.gate.GateMoves.ROUTE;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.StageVisitTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.gate.GateChanges.Found;
import qiji.rule.TrialResult;

/** Judges the moves of a span by what was asked of them and by what a draft would have asked, and sums up what differs. [X7] [D5] */
@Repository
class GateTrialQueries {
    private static final Field<Long> NOBODY = val((Long) null);
    private static final Field<Long> COUNT = count().cast(SQLDataType.BIGINT);

    private final DSLContext jooq;

    GateTrialQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Moves from {@code from} to before {@code until} on the routes compared, of what the viewer sees. */
    long judged(GateComparison compared, Instant from, Instant until, Viewer viewer) {
        StageVisitTable move = STAGE_VISIT.as("move");
        OpportunityTable o = OPPORTUNITY.as("o");
        return jooq.selectCount()
                .from(move)
                .join(o)
                .on(o.ID.eq(move.OPPORTUNITY_ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(GateMoves.took(move, compared, from, until))
                .fetchSingle()
                .value1();
    }

    /** What differs, summed up; a record counts as it was when its moves differed last. Amounts are expected totals in yuan. */
    List<Found> differing(long processId, GateComparison compared, Instant from, Instant until, Viewer viewer) {
        CommonTableExpression<?> differing =
                name("differing").asMaterialized(new GateMoves(processId, compared, from, until, viewer).differing());
        CommonTableExpression<?> last = name("last")
                .asMaterialized(DSL.select(ID, ROUTE, LACKING, AMOUNT, OWNER)
                        .distinctOn(ID)
                        .from(differing)
                        .orderBy(ID, AT.desc()));
        var moves = DSL.select(inline(GateChanges.MOVES), NOBODY, ROUTE, LACKING, NOBODY, COUNT, val((BigDecimal) null))
                .from(differing)
                .groupBy(ROUTE, LACKING);
        var sums = DSL.select(inline(GateChanges.SUMS), NOBODY, ROUTE, LACKING, OWNER, COUNT, sum(AMOUNT))
                .from(last)
                .groupBy(ROUTE, LACKING, OWNER);
        var largest = DSL.select(inline(GateChanges.RECORDS), ID, ROUTE, LACKING, OWNER, inline(1L), AMOUNT)
                .from(last)
                .orderBy(AMOUNT.desc().nullsLast(), ID.desc())
                .limit(TrialResult.MOST_RECORDS);
        return jooq.with(differing, last)
                .selectFrom(moves.unionAll(sums)
                        .unionAll(largest)
                        .asTable("told", "part", "id", "route", "lacking", "owner", "count", "amount"))
                .fetch(it -> new Found(
                        it.value1(),
                        it.value2(),
                        it.value3(),
                        Arrays.asList(it.value4()),
                        it.value5(),
                        it.value6(),
                        it.value7()));
    }
}
