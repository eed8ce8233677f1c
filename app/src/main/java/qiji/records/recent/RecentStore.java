package qiji.records.recent;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** What the database knows of how many rows match, and since when how many rows were made. [X1] */
public final class RecentStore {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final String SPREAD = """
            select c.reltuples, s.histogram_bounds::text::text[] from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = {0}
            where n.nspname = {1} and c.relname = {2} and s.histogram_bounds is not null
            """;

    private final DSLContext jooq;
    private final Map<Table<?>, Spread> known = new ConcurrentHashMap<>();

    public RecentStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** How many rows there are, and what cuts them, by time, into parts of the same size. */
    record Spread(double rows, String[] bounds, Instant read) {}

    private static final Spread NOTHING = new Spread(0, new String[0], Instant.MAX);

    /** Of the rows of {@code table}, of which {@code aliased} is the alias; the newest are known by {@code newest}. */
    public Expected expected(Table<?> table, Table<?> aliased, Field<?> newest, Condition wanted) {
        Spread spread = wanted.equals(falseCondition()) ? NOTHING : spread(table, newest);
        double matches = spread.rows() > 0
                ? jooq.explain(selectOne().from(aliased).where(wanted)).rows()
                : 0;
        return new Expected(newest, spread, matches);
    }

    /** To sort by what no index gives: the rows are then looked up, and those that do not match never walked. */
    public static <V> Field<V> looked(Field<V> newest) {
        return coalesce(newest, newest);
    }

    private Spread spread(Table<?> table, Field<?> newest) {
        return known.compute(
                table,
                (_, last) -> last != null && last.read().plus(REMEMBERED).isAfter(Instant.now())
                        ? last
                        : read(table, newest));
    }

    private Spread read(Table<?> table, Field<?> newest) {
        var schema = table.getSchema();
        var row = schema == null
                ? null
                : jooq.fetchOne(SPREAD, val(newest.getName()), val(schema.getName()), val(table.getName()));
        return row == null
                ? new Spread(0, NOTHING.bounds(), Instant.now())
                : new Spread(row.get(0, Double.class), row.get(1, String[].class), Instant.now());
    }
}
