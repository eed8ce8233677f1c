package qiji.opportunity.score;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.life.OpportunityStatus;

/**
 * What became of opportunities by the score that was approved: as many as the list shows for the same scores and status, read
 * by one statement from a covering index. [D6]
 */
@Repository
class ScoreBandQueries {
    private static final int WIDTH = 10;
    private static final int LAST = 100 / WIDTH - 1;

    /** So many of a status, and what they come to in yuan; null where the viewer may not read the amount. */
    record Side(long count, @Nullable BigDecimal amount) {}

    /**
     * Scores from {@code from} on, below {@code to}, in the last band up to it; for a direction both are null. Won by what was
     * won, all others by what was expected. {@code winRatePercent} is won ÷ (won + lost), null while there is neither.
     */
    record Band(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Screening screening,
            Side going,
            Side won,
            Side lost,
            Side other,
            @Nullable BigDecimal winRatePercent) {}

    record Comparison(List<Band> bands, List<Band> screenings) {}

    private record Row(
            int band,
            @Nullable String screening,
            OpportunityStatus status,
            long count,
            BigDecimal expected,
            BigDecimal won) {}

    private final DSLContext jooq;
    private final FieldLabels labels;

    ScoreBandQueries(DSLContext jooq, FieldLabels labels) {
        this.jooq = jooq;
        this.labels = labels;
    }

    /** Nothing for who may not read scores, screening or status. */
    Comparison compare(Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (!labels.mayReadAll(viewer, ScoreFields.SCORE, ScoreFields.SCREENING, "status")) {
            return new Comparison(List.of(), List.of());
        }
        List<Row> rows = rows(viewer);
        boolean expected = labels.mayRead("expectedAmount", viewer);
        boolean won = labels.mayRead("wonAmount", viewer);
        return new Comparison(
                IntStream.rangeClosed(0, LAST)
                        .mapToObj(band -> band(
                                band * WIDTH,
                                (band + 1) * WIDTH,
                                null,
                                rows.stream().filter(row -> row.band == band).toList(),
                                expected,
                                won))
                        .toList(),
                List.of(Screening.values()).stream()
                        .map(screening -> band(
                                null,
                                null,
                                screening,
                                rows.stream()
                                        .filter(row -> screening.name().equals(row.screening))
                                        .toList(),
                                expected,
                                won))
                        .toList());
    }

    private List<Row> rows(Viewer viewer) {
        OpportunityTable o = OPPORTUNITY.as("o");
        Field<Integer> band =
                field("least({0}, floor({1} / {2})::int)", SQLDataType.INTEGER, inline(LAST), o.SCORE, inline(WIDTH));
        return jooq.select(
                        band,
                        o.SCREENING,
                        o.STATUS,
                        count().cast(SQLDataType.BIGINT),
                        coalesce(sum(o.EXPECTED_AMOUNT), inline(BigDecimal.ZERO)),
                        coalesce(sum(o.WON_AMOUNT), inline(BigDecimal.ZERO)))
                .from(o)
                .where(Opportunities.visibleTo(viewer, o))
                .and(o.SCORE.isNotNull())
                .groupBy(band, o.SCREENING, o.STATUS)
                .fetch(row -> new Row(
                        row.value1(),
                        row.value2(),
                        OpportunityStatus.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    private static Band band(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Screening screening,
            List<Row> rows,
            boolean expected,
            boolean won) {
        Side winning = side(rows, won, OpportunityStatus.WON);
        Side losing = side(rows, expected, OpportunityStatus.LOST);
        return new Band(
                from,
                to,
                screening,
                side(rows, expected, OpportunityStatus.OPEN, OpportunityStatus.DEFERRED),
                winning,
                losing,
                side(rows, expected, OpportunityStatus.ABANDONED, OpportunityStatus.INVALID),
                rate(winning.count, losing.count));
    }

    private static Side side(List<Row> rows, boolean readable, OpportunityStatus... statuses) {
        List<Row> those = new ArrayList<>();
        for (Row row : rows) {
            if (List.of(statuses).contains(row.status)) {
                those.add(row);
            }
        }
        return new Side(
                those.stream().mapToLong(Row::count).sum(),
                readable
                        ? those.stream()
                                .map(row -> row.status == OpportunityStatus.WON ? row.won : row.expected)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                        : null);
    }

    /** Per cent with one decimal, half up. */
    private static @Nullable BigDecimal rate(long won, long lost) {
        return won + lost == 0
                ? null
                : BigDecimal.valueOf(100 * won).divide(BigDecimal.valueOf(won + lost), 1, RoundingMode.HALF_UP);
    }
}
