package qiji.records;

import static org.jooq.impl.DSL.falseCondition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** All record types of the application, by name. Each module contributes its own as beans of {@link RecordType}. */
@Component
public class RecordTypes {
    private final ObjectProvider<RecordType<?>> beans;
    private volatile Map<String, RecordType<?>> byName = Map.of();

    RecordTypes(ObjectProvider<RecordType<?>> beans) {
        this.beans = beans;
    }

    public List<RecordType<?>> all() {
        return List.copyOf(byName().values());
    }

    /** Throws NOT_FOUND if there is no such type. */
    public RecordType<?> get(String name) {
        RecordType<?> type = byName().get(name);
        if (type == null) {
            throw Problem.notFound();
        }
        return type;
    }

    /** Throws NOT_FOUND if there is no such type, FORBIDDEN if the viewer may not read it. */
    public RecordType<?> readable(String name, Viewer viewer) {
        RecordType<?> type = get(name);
        if (!type.isReadableBy(viewer)) {
            throw Problem.forbidden(name + ":read");
        }
        return type;
    }

    /** The columns that hold the declared fields of {@code type}, by field; what is computed has none. */
    public static <T extends Table<?>> Map<String, TableField<?, ?>> columnsOf(RecordType<T> type) {
        Map<String, TableField<?, ?>> columns = new LinkedHashMap<>();
        type.fields.forEach((name, field) -> {
            if (field.in(type.table) instanceof TableField<?, ?> column) {
                columns.put(name, column);
            }
        });
        return columns;
    }

    /** The column that holds the values of custom fields; empty for types that have none. */
    public static <T extends Table<?>> Optional<TableField<?, JSONB>> customColumnOf(RecordType<T> type) {
        return Optional.ofNullable(type.custom).map(at -> (TableField<?, JSONB>) at.apply(type.table));
    }

    /** The rows of its table that the viewer may see. */
    public static <T extends Table<?>> Condition visibleTo(Viewer viewer, RecordType<T> type) {
        return type.isReadableBy(viewer) ? type.visible.apply(viewer, type.table) : falseCondition();
    }

    private Map<String, RecordType<?>> byName() {
        if (byName.isEmpty()) {
            byName = beans.stream()
                    .collect(Collectors.toMap(
                            RecordType::name, Function.identity(), (one, _) -> one, java.util.TreeMap::new));
        }
        return byName;
    }
}
