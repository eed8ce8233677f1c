package qiji.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.indexes.FieldIndexStore;

/** The catalogue as it is told to pages and programs, in the language of the request. */
@Component
class Descriptions {
    private final Catalogue catalogue;
    private final FieldIndexStore indexes;
    private final Map<RecordType<?>, Set<String>> walked = new ConcurrentHashMap<>();

    Descriptions(Catalogue catalogue, FieldIndexStore indexes) {
        this.catalogue = catalogue;
        this.indexes = indexes;
    }

    /** {@code versioned} says that its records can be asked for as of a past day. */
    record TypeDescription(
            String type,
            String label,
            List<FieldDescription> fields,
            String defaultSort,
            String labelField,
            boolean versioned) {}

    /**
     * {@code related} says that filters and columns can go on to fields of the record that a reference names
     * ({@code customer.industry}), {@code tree} that those records lie in each other; {@code indexed} that a list sorted by
     * the field walks an index, where others have to read all records of the list.
     */
    record FieldDescription(
            String name,
            String label,
            Kind kind,
            @Nullable String unit,
            boolean required,
            boolean readOnly,
            boolean filterable,
            boolean sortable,
            boolean indexed,
            boolean groupable,
            boolean summable,
            boolean importable,
            boolean custom,
            @Nullable String reference,
            boolean related,
            boolean tree,
            @Nullable List<ChoiceDescription> choices,
            @Nullable String dictionary,
            boolean defaultColumn,
            @Nullable Integer maxLength) {}

    record ChoiceDescription(
            String code, String label, @Nullable String parent) {}

    TypeDescription of(RecordType<?> type, Viewer viewer) {
        List<FieldDescription> fields = new ArrayList<>();
        for (FieldOf<?> field : catalogue.fields(type, viewer)) {
            fields.add(describe(type, field, viewer));
        }
        return new TypeDescription(
                type.name, type.words.here(), fields, type.defaultSort, type.labelField, type.versioned);
    }

    List<String> summable(RecordType<?> type, Viewer viewer) {
        return catalogue.fields(type, viewer).stream()
                .filter(field -> field.summable)
                .map(FieldOf::name)
                .toList();
    }

    /** Gives groups by a choice the words of their codes. */
    List<Aggregates.Group> named(RecordType<?> type, String by, List<Aggregates.Group> groups, Viewer viewer) {
        Path path = catalogue.find(type, by.replaceAll(":.*", ""), viewer).orElseThrow();
        if (path.kind() != Kind.CHOICE) {
            return groups;
        }
        Map<String, String> words = catalogue.choices(path.last()).stream()
                .collect(Collectors.toMap(Choice::code, choice -> choice.label().here()));
        return groups.stream()
                .map(group -> group.key() == null
                        ? group
                        : new Aggregates.Group(
                                group.key(), words.getOrDefault(group.key(), group.key()), group.count(), group.sums()))
                .toList();
    }

    private <T extends Table<?>> boolean isIndexed(RecordType<T> type, FieldOf<?> field) {
        if (!field.sortable || field.kind == Kind.REFERENCE) {
            return false;
        }
        if (field.custom) {
            return field.indexed;
        }
        @SuppressWarnings("unchecked")
        Field<?> column = ((FieldOf<T>) field).in(type.table);
        // The order of words is not that of the program's own indexes, which every server can have.
        return column instanceof TableField<?, ?>
                && !field.words
                && walked.computeIfAbsent(type, of -> indexes.walked(of.table)).contains(column.getName());
    }

    private FieldDescription describe(RecordType<?> type, FieldOf<?> field, Viewer viewer) {
        List<ChoiceDescription> choices = field.kind == Kind.CHOICE
                ? catalogue.choices(field).stream()
                        .map(choice -> new ChoiceDescription(
                                choice.code(), choice.label().here(), choice.parent()))
                        .toList()
                : null;
        return new FieldDescription(
                field.name,
                field.label.here(),
                field.kind,
                field.kind == Kind.MONEY ? "CNY" : field.kind == Kind.PERCENT ? "%" : null,
                field.required,
                !catalogue.isWritable(type, field, viewer),
                field.filterable,
                field.sortable,
                isIndexed(type, field),
                field.groupable,
                field.summable,
                field.importable && catalogue.mayWrite(type, field, viewer),
                field.custom,
                field.kind == Kind.REFERENCE ? field.referenced().name : null,
                field.kind == Kind.REFERENCE && viewer.may(field.referenced().name + ":read"),
                field.kind == Kind.REFERENCE && Tree.is(field.referenced()),
                choices,
                field.dictionary,
                field.column,
                field.kind.isText() ? field.maxLength : null);
    }
}
