package qiji.customer.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.Kind;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** The fields of two records that become one: all that an edit can change, also those that are kept from who asks. */
@Component
class MergeFields {
    private static final String CUSTOM_FIELD = "cf_";

    private final Catalogue catalogue;

    MergeFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<MergeField> of(Mergeable<?> mergeable, Viewer viewer) {
        RecordType<?> type = mergeable.type();
        Map<String, TableField<?, ?>> columns = RecordTypes.columnsOf(type);
        Viewer all = Viewer.system("merge");
        List<MergeField> fields = new ArrayList<>();
        for (FieldOf<?> field : catalogue.fields(type, all)) {
            // A right to give records away is no field rule: without it even an empty owner stays.
            if (catalogue.isWritable(type, field, all) && mergeable.mayChoose(field.name(), viewer)) {
                fields.add(new MergeField(
                        field.name(),
                        field.label().here(),
                        field.isRequired(),
                        catalogue.isReadable(type, field, viewer),
                        field.kind() != Kind.TAGS && catalogue.isWritable(type, field, viewer),
                        field.kind() == Kind.TAGS,
                        columnsOf(field, columns, mergeable)));
            }
        }
        return fields;
    }

    /** The columns that hold tags. */
    Set<String> united(Mergeable<?> mergeable) {
        return of(mergeable, Viewer.system("merge")).stream()
                .filter(MergeField::united)
                .map(MergeField::column)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> columnsOf(
            FieldOf<?> field, Map<String, TableField<?, ?>> columns, Mergeable<?> mergeable) {
        if (field.isCustom()) {
            return List.of(Columns.custom(field.name().substring(CUSTOM_FIELD.length())));
        }
        TableField<?, ?> column = columns.get(field.name());
        return mergeable.groups().getOrDefault(field.name(), List.of(column == null ? field.name() : column.getName()));
    }
}
