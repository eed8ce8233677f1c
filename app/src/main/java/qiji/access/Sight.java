package qiji.access;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * Which rows a viewer sees: all, those of a rule, or those that come by one of several ways. A way is the keys of one column, so that the
 * few keys of a narrow sight can drive a query, where those of a wide one only filter it. [A3]
 */
public sealed interface Sight {
    Words EVERYTHING = Words.of("角色的数据范围是全部", "A role reaches all records");

    record Everything() implements Sight {}

    /** No ways, no rows. */
    record ByWays(List<Way> ways) implements Sight {}

    /** All rows for which {@code rule} holds, and those that come by ways; {@code but} tells the rule to people. */
    record ByRule(Condition rule, Words but, List<Way> ways) implements Sight {}

    /**
     * The rows whose {@code column} is one of {@code keys} — so many, or {@link #UNCOUNTED} if the database finds them —
     * and for which {@code rule} holds; {@code why} tells it to people, {@code but} the rule.
     */
    record Way(
            Field<Long> column,
            Field<Long[]> keys,
            int count,
            Reason.By by,
            Words why,
            Condition rule,
            @Nullable Words but) {
        static final int UNCOUNTED = -1;

        Way(Field<Long> column, Field<Long[]> keys, int count, Reason.By by, Words why) {
            this(column, keys, count, by, why, noCondition(), null);
        }

        public Condition condition() {
            return column.eq(DSL.any(keys)).and(rule);
        }

        private Way only(Condition more, Words told) {
            return new Way(column, keys, count, by, why, rule.and(more), told);
        }

        private Reason reason() {
            return new Reason(by, why, column.cast(SQLDataType.CLOB), _ -> why, column.eq(DSL.any(keys)), rule, but);
        }

        public boolean isCounted() {
            return count != UNCOUNTED;
        }
    }

    /** As one condition. Indexes can serve it only because it is no OR EXISTS. */
    default Condition condition() {
        return switch (this) {
            case Everything() -> trueCondition();
            case ByWays(var ways) ->
                ways.isEmpty()
                        ? falseCondition()
                        : DSL.or(ways.stream().map(Way::condition).toList());
            case ByRule(var rule, var _, var ways) ->
                rule.or(DSL.or(ways.stream().map(Way::condition).toList()));
        };
    }

    /** Of these rows only those for which {@code rule} holds, which {@code but} tells to people. */
    default Sight only(Condition rule, Words but) {
        return switch (this) {
            case Everything() -> new ByRule(rule, but, List.of());
            case ByWays(var ways) ->
                new ByWays(ways.stream().map(way -> way.only(rule, but)).toList());
            case ByRule(var before, var _, var ways) ->
                new ByRule(
                        before.and(rule),
                        but,
                        ways.stream().map(way -> way.only(rule, but)).toList());
        };
    }

    /** Also the rows whose {@code column} is one of those that {@code keys} finds. */
    default Sight or(Field<Long> column, Select<Record1<Long>> keys, Words why) {
        Way way = new Way(column, array(keys), Way.UNCOUNTED, Reason.By.ITSELF, why);
        return switch (this) {
            case Everything all -> all;
            case ByWays(var ways) -> new ByWays(and(ways, way));
            case ByRule(var rule, var but, var ways) -> new ByRule(rule, but, and(ways, way));
        };
    }

    private static List<Way> and(List<Way> ways, Way way) {
        List<Way> more = new ArrayList<>(ways);
        more.add(way);
        return List.copyOf(more);
    }

    /** Each way by which rows are seen, told to people. [A5] */
    default List<Reason> reasons() {
        return switch (this) {
            case Everything() -> List.of(new Reason(Reason.By.EVERYTHING, EVERYTHING, trueCondition()));
            case ByWays(var ways) -> reasons(ways);
            case ByRule(var rule, var but, var ways) -> {
                List<Reason> all = new ArrayList<>(List.of(new Reason(
                        Reason.By.EVERYTHING,
                        EVERYTHING,
                        castNull(SQLDataType.CLOB),
                        _ -> EVERYTHING,
                        trueCondition(),
                        rule,
                        but)));
                all.addAll(reasons(ways));
                yield List.copyOf(all);
            }
        };
    }

    private static List<Reason> reasons(List<Way> ways) {
        return ways.stream().map(Way::reason).toList();
    }
}
