package qiji.opportunity.movement;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Records;

/** Compares what was open at the end of two days: what came, went, grew and shrank, and the records behind each. [D17] */
@Component
class MovementQueries {
    private static final int MOST_ROWS = 200;

    /** Amounts in yuan; {@code effect} is what it adds to the pipeline's amount, null if the viewer may not read amounts. */
    record Bar(
            Movement movement,
            String label,
            long count,
            @Nullable BigDecimal effect) {}

    /** {@code amount} in yuan, null if the viewer may not read amounts. */
    record Level(long count, @Nullable BigDecimal amount) {}

    /**
     * The first level and the effects of all bars add up to the second level. Without a period, {@code slipped} and {@code
     * pulledIn} count those of both days whose expected signing moved, which takes none in or out; null if the viewer may not
     * read that day. {@code leftOut} are the labels of bars told by a field that they may not read; {@code ofAnyStatus} that
     * not only open ones are compared, since they may not read the status.
     */
    record Compared(
            Level from,
            Level to,
            List<Bar> bars,
            @Nullable Long slipped,
            @Nullable Long pulledIn,
            List<String> leftOut,
            boolean ofAnyStatus) {}

    /**
     * One opportunity before and after; null where it was not there, or not to be seen. Amounts in yuan. {@code gone} if it
     * is not to be seen on the second day.
     */
    record MovedRow(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @Nullable String number,
            @Nullable String name,
            @Nullable OpportunityStatus statusBefore,
            @Nullable OpportunityStatus statusAfter,
            @Nullable BigDecimal amountBefore,
            @Nullable BigDecimal amountAfter,
            @Nullable LocalDate signedBefore,
            @Nullable LocalDate signedAfter,
            boolean gone,
            @Nullable BigDecimal effect) {}

    record Moved(List<MovedRow> rows, @Nullable String next) {}

    private final DSLContext jooq;
    private final Records records;

    MovementQueries(DSLContext jooq, Records records) {
        this.jooq = jooq;
        this.records = records;
    }

    /** Throws INVALID_FIELDS, FORBIDDEN. */
    Compared compare(Comparison wanted, Viewer viewer) {
        TwoDays days = TwoDays.of(wanted, records, viewer);
        Map<Movement, Record> found = jooq.select(
                        days.movement(),
                        count(),
                        sum(days.effect()),
                        count().filterWhere(days.before().inside()),
                        sum(days.before().amount()).filterWhere(days.before().inside()),
                        count().filterWhere(days.after().inside()),
                        sum(days.after().amount()).filterWhere(days.after().inside()),
                        count().filterWhere(days.signedLater()),
                        count().filterWhere(days.signedEarlier()))
                .from(days.joined())
                .where(days.ofPipeline())
                .groupBy(inline(1))
                .fetchMap(row -> Movement.valueOf(row.value1()), row -> row);
        boolean told = days.tells(Side.AMOUNT);
        boolean dated = days.tells(Side.SIGNED);
        return new Compared(
                new Level(total(found, 3), told ? amount(found, 4) : null),
                new Level(total(found, 5), told ? amount(found, 6) : null),
                bars(days, found),
                dated ? total(found, 7) : null,
                dated ? total(found, 8) : null,
                Movement.told().stream()
                        .filter(movement -> !days.tells(movement))
                        .map(movement -> movement.words().here())
                        .toList(),
                !days.tells(Side.STATUS));
    }

    private static List<Bar> bars(TwoDays days, Map<Movement, Record> found) {
        List<Bar> bars = new ArrayList<>();
        for (Movement movement : Movement.told()) {
            if (days.tells(movement)) {
                Record row = found.get(movement);
                bars.add(new Bar(
                        movement,
                        movement.words().here(),
                        row == null ? 0 : row.get(1, Long.class),
                        days.tells(Side.AMOUNT) ? amount(row, 2) : null));
            }
        }
        return bars;
    }

    /** At most 200 rows behind {@code after}, which an earlier page has given. Throws INVALID_FIELDS, FORBIDDEN. */
    Moved behind(Movement movement, Comparison wanted, int limit, @Nullable String after, Viewer viewer) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        TwoDays days = TwoDays.of(wanted, records, viewer);
        var size = coalesce(abs(days.effect()), inline(BigDecimal.ZERO));
        Condition from = days.behind(movement);
        if (after != null && !after.isEmpty()) {
            Place place = Place.read(after);
            from = from.and(row(size, days.id()).lt(row(val(place.size()), val(place.id()))));
        }
        List<? extends Record> found = jooq.select(days.told())
                .select(days.effect(), size)
                .from(days.joined())
                .where(from)
                .orderBy(size.desc(), days.id().desc())
                .limit(most + 1)
                .fetch();
        String next = found.size() > most ? Place.of(found.get(most - 1)).text() : null;
        return new Moved(found.stream().limit(most).map(days::row).toList(), next);
    }

    private static long total(Map<Movement, Record> found, int column) {
        return found.values().stream()
                .mapToLong(row -> row.get(column, Long.class))
                .sum();
    }

    private static BigDecimal amount(Map<Movement, Record> found, int column) {
        return found.values().stream().map(row -> amount(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(@Nullable Record row, int column) {
        BigDecimal amount = row == null ? null : row.get(column, BigDecimal.class);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** Where a page ended. */
    private record Place(BigDecimal size, long id) {
        static Place of(Record row) {
            return new Place(row.get(row.size() - 1, BigDecimal.class), row.get(0, Long.class));
        }

        String text() {
            return size.toPlainString() + "_" + id;
        }

        static Place read(String text) {
            String[] parts = text.split("_", -1);
            if (parts.length == 2 && parts[0].matches("\\d{1,16}(\\.\\d{1,4})?") && parts[1].matches("\\d{1,18}")) {
                return new Place(new BigDecimal(parts[0]), Long.parseLong(parts[1]));
            }
            throw Problem.invalid(List.of(FieldFault.of(
                    "after",
                    "wrong-cursor",
                    Words.of("翻页位置无效，请从第一页开始", "The place is not valid: begin at the first page"))));
        }
    }
}
