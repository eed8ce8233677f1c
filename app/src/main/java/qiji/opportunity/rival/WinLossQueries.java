package qiji.opportunity.rival;

import static db.competitor.Tables.COMPETITOR;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RIVAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import com.fasterxml.jackson.annotation.JsonFormat;
import db.competitor.tables.CompetitorTable;
import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.RivalTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.life.OpportunityStatus;

/**
 * How we fare against each competitor: the opportunities that the viewer sees and in which it was met, so many as the list
 * of opportunities shows for the same competitor and status. [D11]
 */
@Repository
class WinLossQueries {
    /** So many of a status, and what they come to in yuan; null where the viewer may not read the amount. */
    record Side(int count, @Nullable BigDecimal amount) {}

    /**
     * Won by what was won, open and lost by what was expected; {@code lostToIt} are the lost ones that it won itself,
     * null where the viewer may not read who won.
     * {@code winRatePercent} is won ÷ (won + lost), null while there is neither.
     */
    record Standing(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long competitorId,
            String name,
            boolean archived,
            Side open,
            Side won,
            Side lost,
            @Nullable Side lostToIt,
            @Nullable BigDecimal winRatePercent) {}

    private record Columns(Field<Integer> count, Field<BigDecimal> amount) {
        static Columns of(Condition which, Field<BigDecimal> amount, String name) {
            return new Columns(
                    DSL.count().filterWhere(which).as(name + "_count"),
                    coalesce(sum(amount).filterWhere(which), inline(BigDecimal.ZERO))
                            .as(name + "_amount"));
        }

        Side of(Record row, boolean readable) {
            return new Side(row.get(count), readable ? row.get(amount) : null);
        }
    }

    private final DSLContext jooq;
    private final FieldLabels labels;

    WinLossQueries(DSLContext jooq, FieldLabels labels) {
        this.jooq = jooq;
        this.labels = labels;
    }

    /**
     * Those in use and those met, the most often met first; one alone if it is named. {@code closed} says which won and lost
     * ones count. None for who may not know.
     */
    @Transactional(readOnly = true)
    public List<Standing> standings(@Nullable Long competitorId, ClosingSpan closed, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        viewer.mustBeAllowed(CompetitorPermissions.READ);
        if (!labels.mayReadAll(viewer, RivalFields.RIVALS, "status")) {
            return List.of();
        }
        closed.mustBeReadable(labels.mayRead("closedOn", viewer));
        CompetitorTable c = COMPETITOR.as("competitor");
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        RivalTable rival = RIVAL.as("rival");
        Columns open = Columns.of(is(o, OpportunityStatus.OPEN), o.EXPECTED_AMOUNT, "open");
        Columns won = Columns.of(is(o, OpportunityStatus.WON), o.WON_AMOUNT, "won");
        Columns lost = Columns.of(is(o, OpportunityStatus.LOST), o.EXPECTED_AMOUNT, "lost");
        Columns toIt = Columns.of(
                is(o, OpportunityStatus.LOST).and(o.LOST_TO_COMPETITOR_ID.eq(c.ID)), o.EXPECTED_AMOUNT, "to_it");
        boolean expected = labels.mayRead("expectedAmount", viewer);
        boolean gained = labels.mayRead("wonAmount", viewer);
        boolean named = labels.mayRead("lostToCompetitor", viewer);
        return jooq.select(c.ID, c.NAME, c.ARCHIVED_AT)
                .select(open.count, open.amount, won.count, won.amount)
                .select(lost.count, lost.amount, toIt.count, toIt.amount)
                .from(c)
                .leftJoin(rival.join(o)
                        .on(o.ID.eq(rival.OPPORTUNITY_ID))
                        .and(Opportunities.visibleTo(viewer, o))
                        .and(closed.with(o)))
                .on(rival.COMPETITOR_ID.eq(c.ID))
                .where(competitorId == null ? noCondition() : c.ID.eq(competitorId))
                .groupBy(c.ID)
                .having(c.ARCHIVED_AT.isNull().or(count(o.ID).gt(0)))
                .orderBy(count(o.ID).desc(), c.NAME, c.ID)
                .fetch(row -> new Standing(
                        row.get(c.ID),
                        row.get(c.NAME),
                        row.get(c.ARCHIVED_AT) != null,
                        open.of(row, expected),
                        won.of(row, gained),
                        lost.of(row, expected),
                        named ? toIt.of(row, expected) : null,
                        winRate(row.get(won.count), row.get(lost.count))));
    }

    private static Condition is(OpportunityTable o, OpportunityStatus status) {
        return o.STATUS.eq(inline(status.name()));
    }

    /** Per cent with one decimal, half up. */
    private static @Nullable BigDecimal winRate(int won, int lost) {
        return won + lost == 0
                ? null
                : BigDecimal.valueOf(100L * won).divide(BigDecimal.valueOf(won + lost), 1, RoundingMode.HALF_UP);
    }
}
