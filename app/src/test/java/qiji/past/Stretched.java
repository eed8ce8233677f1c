package qiji.past;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Time drawn out: what went on between two moments is said to have taken {@link Column#DAYS} days, up to the second. */
record Stretched(Instant begin, Instant end, long factor) {

    /** Does so with all versions in the database that are of that time, for the rest of the transaction. */
    static Stretched of(Instant begin, Instant end, DSLContext jooq) {
        Duration all = Duration.ofDays(Column.DAYS);
        Stretched time = new Stretched(begin, end, all.dividedBy(Duration.between(begin, end)));
        // The application may not touch the past; who owns the database may.
        jooq.execute("set local role none");
        for (String table : List.of("opportunity.opportunity", "customer.customer")) {
            time.move(table, List.of("created_at", "valid_from"), jooq);
            time.move(table + "_history", List.of("created_at", "valid_from", "valid_to"), jooq);
        }
        time.move("opportunity.rival", List.of("valid_from"), jooq);
        time.move("opportunity.rival_history", List.of("valid_from", "valid_to"), jooq);
        jooq.execute("set local role qiji_app");
        return time;
    }

    private void move(String table, List<String> columns, DSLContext jooq) {
        Field<Instant> last = val(end, SQLDataType.INSTANT);
        Map<Field<?>, Object> moved = new HashMap<>();
        columns.forEach(
                column -> moved.put(field(column), field("{0} - ({0} - {1}) * {2}", last, field(column), val(factor))));
        jooq.execute("alter table %s disable trigger user".formatted(table));
        jooq.update(table(table))
                .set(moved)
                .where(field("valid_from", SQLDataType.INSTANT).ge(begin))
                .execute();
        jooq.execute("alter table %s enable trigger user".formatted(table));
    }

    Instant at(Instant moment) {
        return end.minus(Duration.between(moment, end).multipliedBy(factor));
    }

    World of(World world) {
        return new World(
                at(world.moment()),
                rows(world.deals()),
                rows(world.customers()),
                world.people(),
                world.departments(),
                world.stages());
    }

    private Map<Long, Map<String, Object>> rows(Map<Long, Map<String, Object>> rows) {
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> {
            Map<String, Object> row = new HashMap<>(it.getValue());
            row.computeIfPresent("createdAt", (_, made) -> at((Instant) made));
            return row;
        }));
    }
}
