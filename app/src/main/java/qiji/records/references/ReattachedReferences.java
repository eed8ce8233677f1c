package qiji.records.references;

import static db.records.Tables.CUSTOM_FIELD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import qiji.access.Reattaches;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** What names a record by a custom field, of whatever type it is; also by fields put away, whose values come back with them. */
@Component
class ReattachedReferences implements Reattaches {
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final String BETWEEN = ".";

    private final DSLContext jooq;
    private final RecordTypes types;

    ReattachedReferences(DSLContext jooq, RecordTypes types) {
        this.jooq = jooq;
        this.types = types;
    }

    /** A custom field that refers: of records of which table, by which key of which column. */
    private record Referring(String type, String code, TableField<?, JSONB> custom) {
        Table<?> table() {
            return Objects.requireNonNull(custom.getTable());
        }

        String place() {
            return type + BETWEEN + code;
        }

        Condition names(long id) {
            return condition("{0} ->> {1} = {2}", custom, inline(code), val(Long.toString(id)));
        }
    }

    @Override
    public String kind() {
        return "reference";
    }

    @Override
    public Words label() {
        return Words.of("自定义字段的引用", "References by custom fields");
    }

    @Override
    public int attachedTo(RecordRef record, Viewer viewer) {
        return referringTo(record.type()).stream()
                .mapToInt(it -> jooq.fetchCount(
                        it.table(), it.names(record.id()).and(RecordTypes.visibleTo(viewer, types.get(it.type())))))
                .sum();
    }

    @Override
    public List<Moved> reattach(RecordRef from, RecordRef to) {
        List<Moved> all = new ArrayList<>();
        for (Referring referring : referringTo(from.type())) {
            List<Long> ids = moved(referring, from, to, noCondition());
            if (!ids.isEmpty()) {
                all.add(new Moved(referring.place(), ids, Moved.NOTHING));
            }
        }
        return all;
    }

    @Override
    public void putBack(Moved moved, RecordRef from, RecordRef to) {
        Condition these = ID.eq(any(val(moved.ids().toArray(Long[]::new))));
        referringTo(from.type()).stream()
                .filter(it -> it.place().equals(moved.place()))
                .forEach(it -> moved(it, from, to, these));
    }

    private List<Long> moved(Referring referring, RecordRef from, RecordRef to, Condition which) {
        Field<JSONB> named = field(
                "jsonb_set({0}, array [{1}], to_jsonb({2}))",
                JSONB.class, referring.custom(), inline(referring.code()), val(to.id()));
        var update = jooq.update(referring.table()).set(referring.custom(), named);
        if (referring.table().field(VERSION.getName()) != null) {
            update = update.set(VERSION, VERSION.plus(1));
        }
        return update.where(referring.names(from.id()))
                .and(which)
                .returningResult(ID)
                .fetch(ID);
    }

    private List<Referring> referringTo(String type) {
        List<Referring> all = new ArrayList<>();
        jooq.select(CUSTOM_FIELD.RECORD_TYPE, CUSTOM_FIELD.CODE)
                .from(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.REFERENCE.eq(type))
                .orderBy(CUSTOM_FIELD.ID)
                .forEach(row -> {
                    RecordType<?> referring = types.get(row.value1());
                    RecordTypes.customColumnOf(referring)
                            .ifPresent(custom -> all.add(new Referring(row.value1(), row.value2(), custom)));
                });
        return all;
    }
}
