package qiji.opportunity.rad;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.opportunity.Tables.STAGE_WIN_RATE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.StageVisitTable;
import db.opportunity.tables.StageWinRateTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;

/**
 * What each stage was worth: of those that were in it and were won, lost or abandoned in the two years up to a day, the share
 * that was won. Kept by day, so that past days are laid out by what was known then. [D4]
 */
@Repository
class RadStore {
    /** With fewer, one more win would move a whole stage. */
    static final int LEAST = 20;

    private static final int YEARS = 2;

    private final DSLContext jooq;

    RadStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Learns anew what {@code day} is to know. */
    void learn(LocalDate day, Viewer system) {
        StageVisitTable visited = STAGE_VISIT.as("visited");
        var once = selectDistinct(STAGE_VISIT.OPPORTUNITY_ID, STAGE_VISIT.STAGE_ID)
                .from(STAGE_VISIT)
                .asTable(visited.getName());
        jooq.insertInto(
                        STAGE_WIN_RATE,
                        STAGE_WIN_RATE.STAGE_ID,
                        STAGE_WIN_RATE.LEARNED_ON,
                        STAGE_WIN_RATE.ENDED,
                        STAGE_WIN_RATE.WON)
                .select(select(
                                visited.STAGE_ID,
                                val(day),
                                count(),
                                count().filterWhere(OPPORTUNITY.STATUS.eq(inline(OpportunityStatus.WON.name()))))
                        .from(once)
                        .join(OPPORTUNITY)
                        .on(OPPORTUNITY.ID.eq(visited.OPPORTUNITY_ID))
                        .where(OPPORTUNITY.STATUS.in(
                                OpportunityStatus.WON.name(),
                                OpportunityStatus.LOST.name(),
                                OpportunityStatus.ABANDONED.name()))
                        .and(OPPORTUNITY.CLOSED_ON.gt(day.minusYears(YEARS)))
                        .and(OPPORTUNITY.CLOSED_ON.le(day))
                        .and(Opportunities.visibleTo(system, OPPORTUNITY))
                        .groupBy(visited.STAGE_ID))
                .onConflict(STAGE_WIN_RATE.STAGE_ID, STAGE_WIN_RATE.LEARNED_ON)
                .doUpdate()
                .set(STAGE_WIN_RATE.ENDED, excluded(STAGE_WIN_RATE.ENDED))
                .set(STAGE_WIN_RATE.WON, excluded(STAGE_WIN_RATE.WON))
                .execute();
    }

    /** Per cent by stage, as {@code day} knows it; none of stages of which too few ended. */
    Map<Long, BigDecimal> learned(LocalDate day) {
        StageWinRateTable last = STAGE_WIN_RATE.as("last");
        var newest = select(STAGE_WIN_RATE.STAGE_ID, STAGE_WIN_RATE.ENDED, STAGE_WIN_RATE.WON)
                .distinctOn(STAGE_WIN_RATE.STAGE_ID)
                .from(STAGE_WIN_RATE)
                .where(STAGE_WIN_RATE.LEARNED_ON.le(day))
                .orderBy(STAGE_WIN_RATE.STAGE_ID, STAGE_WIN_RATE.LEARNED_ON.desc())
                .asTable(last.getName());
        Field<BigDecimal> rate =
                round(last.WON.cast(SQLDataType.NUMERIC).mul(100).div(last.ENDED), 2);
        return jooq.select(last.STAGE_ID, rate)
                .from(newest)
                .where(last.ENDED.ge(LEAST))
                .orderBy(last.STAGE_ID)
                .fetchMap(last.STAGE_ID, rate);
    }
}
