package qiji.records;

import static org.jooq.impl.DSL.inline;

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
        Plan plan = new Plan(type, viewer);
        Filter wanted = FilterReader.read(filter, type, viewer, catalogue);
        Condition condition = new FilterSql(plan, LocalDate.now(clock.withZone(Time.ZONE)), jooq).render(wanted);
        T table = type.as("t");
        Field<String> label = plan.label();
        Field<String> hint =
                type.hint == null || type.hides(type.hint, viewer) ? inline((String) null) : type.hint.apply(table);
        // Those found by a word are few; their shortest names come first, being the nearest.
        var order = text.isBlank()
                ? List.of(plan.id().desc())
                : List.of(label.length().asc(), plan.id().asc());
        return new Found(jooq.select(plan.id(), label, hint)
                .from(plan.from())
                .where(plan.visible(), plan.living(), condition, Search.finds(type, text, viewer, jooq))
                .orderBy(order)
                .limit(Math.clamp(limit, 1, MOST))
                .fetch(row -> new Item(Long.toString(row.value1()), row.value2(), row.value3())));
    }
}
