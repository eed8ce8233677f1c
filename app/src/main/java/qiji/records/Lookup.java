package qiji.records;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Time;

/** Records by a few letters of their name: for choosing one, and for the search over everything. [X1] */
@Component
class Lookup {
    private static final int MOST = 50;

    private final DSLContext jooq;
    private final Catalogue catalogue;
    private final Clock clock;

    Lookup(DSLContext jooq, Catalogue catalogue, Clock clock) {
        this.jooq = jooq;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    record Found(List<Item> items) {}

    record Item(String id, String label, @Nullable String hint) {}

    <T extends Table<?>> Found find(
            RecordType<T> type, String text, int limit, @Nullable String filter, Viewer viewer) {
        Plan plan = new Plan(type, viewer, null);
        Filter wanted = FilterReader.read(filter, type, viewer, catalogue);
        Condition condition = new FilterSql(plan, LocalDate.now(clock.withZone(Time.ZONE))).render(wanted);
        T table = type.as("t");
        Field<String> label = type.label.apply(table);
        Field<String> hint = type.hint == null ? inline((String) null) : type.hint.apply(table);
        // Those found by a word are few; their shortest names come first, being the nearest.
        var order = text.isBlank()
                ? List.of(plan.id().desc())
                : List.of(label.length().asc(), plan.id().asc());
        return new Found(jooq.select(plan.id(), label, hint)
                .from(plan.from())
                .where(plan.visible(), plan.living(), condition, matches(type, table, label, text))
                .orderBy(order)
                .limit(Math.clamp(limit, 1, MOST))
                .fetch(row -> new Item(Long.toString(row.value1()), row.value2(), row.value3())));
    }

    private static <T extends Table<?>> Condition matches(
            RecordType<T> type, T table, Field<String> label, String text) {
        if (text.isBlank()) {
            return trueCondition();
        }
        String clean = text.replace("\0", "");
        Condition named = type.search == null
                ? label.containsIgnoreCase(clean)
                : SearchTokens.matches(type.search.apply(table), clean);
        return type.finder == null ? named : named.or(type.finder.apply(clean, table));
    }
}
