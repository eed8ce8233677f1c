package qiji.records.past;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * The past moment that a query asks about. It goes with the query's configuration, so that rules of sight and computed
 * fields, which are written once, follow it wherever they stand. [D17]
 */
public final class AsOf {
    private static final String MOMENT = "qiji.as-of";
    private static final String NOW = "now";

    private AsOf() {}

    /** Asks about {@code moment}; about now if it is null. */
    public static DSLContext at(@Nullable Instant moment, DSLContext jooq) {
        if (moment == null) {
            return jooq;
        }
        Configuration asking = jooq.configuration().derive();
        asking.data(MOMENT, moment);
        return asking.dsl();
    }

    /** The last moment of {@code day}; null for none and for today, which is now. Throws INVALID_FIELDS of a coming day. */
    public static @Nullable Instant endOf(@Nullable LocalDate day, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        if (day != null && day.isAfter(today)) {
            throw Problem.invalid(List.of(
                    FieldFault.of("asOf", "in-future", Words.of("日期不能晚于今天", "The day must not be after today"))));
        }
        return day == null || day.equals(today) ? null : Time.lastMomentOf(day);
    }

    /** A part of a statement that asks about a moment of its own. */
    public static QueryPart within(@Nullable Instant moment, QueryPart part) {
        return CustomQueryPart.of(context -> {
            Object around = context.data(MOMENT, moment == null ? NOW : moment);
            context.visit(part);
            context.data(MOMENT, around);
        });
    }

    /** The moment asked about, in SQL. */
    public static Field<Instant> now() {
        return CustomField.of("now", SQLDataType.INSTANT, context -> {
            Instant moment = moment(context);
            context.visit(moment == null ? field("now()") : val(moment));
        });
    }

    /** What began and ended by columns of its own, without versions: whether it goes on at the moment asked about. */
    public static Condition goesOn(Field<Instant> began, Field<Instant> ended) {
        return CustomCondition.of(context -> {
            Instant moment = moment(context);
            context.visit(
                    moment == null
                            ? ended.isNull()
                            : began.le(moment).and(ended.isNull().or(ended.gt(moment))));
        });
    }

    /** The rows of a table whose versions are kept, as they were at the moment asked about. */
    public static Table<?> rows(Table<?> versioned, String alias) {
        QueryPart rows = CustomQueryPart.of(context -> {
            Instant moment = moment(context);
            context.visit(
                    moment == null
                            ? table(beside(versioned, ""))
                            : table("{0}({1})", beside(versioned, "_as_of"), val(moment)));
        });
        return table("{0}", rows).as(alias);
    }

    /** The versions that hold no more: the same columns, and {@code valid_to}. */
    private static Table<?> ended(Table<?> versioned, String alias) {
        return table(beside(versioned, "_history")).as(alias);
    }

    /**
     * A part of the rows of a moment, and which of them were there then; {@code span} says the same once more, to be asked
     * with it where all of them are read and none walked to.
     */
    public record Part(Table<?> rows, Condition there, Condition span) {}

    /**
     * Those that hold still, and those that ended since, both called like {@code now}. That a row was {@code made} by then
     * says no more than that its version had begun, but to an index that is walked by it.
     */
    public static List<Part> parts(Table<?> versioned, Table<?> now, @Nullable Field<Instant> made, Instant moment) {
        Field<Instant> from = requireNonNull(now.field("valid_from", Instant.class));
        Field<Instant> to = field(name(now.getName(), "valid_to"), from.getDataType());
        Condition begun = made == null ? from.le(moment) : from.le(moment).and(made.le(moment));
        return List.of(
                new Part(now, begun, trueCondition()),
                new Part(
                        ended(versioned, now.getName()),
                        begun.and(to.gt(moment)),
                        condition("tstzrange({0}, {1}) @> {2}", from, to, val(moment, from))));
    }

    /** The one row for which {@code on} holds, looked up row by row: a join would read all of the moment. */
    public static Table<?> oneByOne(Table<?> versioned, String alias, Condition on) {
        // The limit says so to the database, which would make a join of it after all.
        return lateral(select(asterisk())
                .from(rows(versioned, alias))
                .where(on)
                .limit(1)
                .asTable(alias));
    }

    private static Name beside(Table<?> table, String ending) {
        return name(requireNonNull(table.getSchema()).getName(), table.getName() + ending);
    }

    /** The moment that the statement asks about which is being written out; null for now. */
    public static @Nullable Instant moment(Context<?> context) {
        Object here = context.data(MOMENT);
        Object asked = here == null ? context.configuration().data(MOMENT) : here;
        return asked instanceof Instant moment ? moment : null;
    }
}
