package qiji.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Which fields a viewer may know of, custom ones included. A hidden field is to them as one that does not exist. [A4] */
@Component
public class Catalogue {
    private static final int DEEPEST = 3;
    private final Definitions definitions;

    Catalogue(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The fields of {@code type} that the viewer may read, declared ones first. */
    public List<FieldOf<?>> fields(RecordType<?> type, Viewer viewer) {
        List<FieldOf<?>> readable = new ArrayList<>();
        for (FieldOf<?> field : all(type)) {
            if (isReadable(type, field, viewer)) {
                readable.add(field);
            }
        }
        return readable;
    }

    /** The field {@code name} of {@code type}, if the viewer may read it. */
    public Optional<FieldOf<?>> field(RecordType<?> type, String name, Viewer viewer) {
        return own(type, name).filter(field -> isReadable(type, field, viewer));
    }

    public boolean isReadable(RecordType<?> type, FieldOf<?> field, Viewer viewer) {
        return field.isReadable(type.name, viewer);
    }

    /** Whether an edit by the viewer may change it; verbs of the trade have rights of their own. */
    public boolean isWritable(RecordType<?> type, FieldOf<?> field, Viewer viewer) {
        return !field.readOnly && mayWrite(type, field, viewer);
    }

    boolean mayWrite(RecordType<?> type, FieldOf<?> field, Viewer viewer) {
        return isReadable(type, field, viewer)
                && (field.writePermission == null || viewer.may(field.writePermission))
                && viewer.accessTo(type.name, field.name) == FieldAccess.WRITABLE;
    }

    /** The names of the fields that a list shows which nobody has arranged yet. */
    public List<String> defaultColumns(RecordType<?> type, Viewer viewer) {
        return fields(type, viewer).stream()
                .filter(field -> field.column)
                .map(FieldOf::name)
                .toList();
    }

    /** The values that a choice field can have now. */
    public List<Choice> choices(FieldOf<?> field) {
        return field.dictionary == null ? field.choices : definitions.entries(field.dictionary);
    }

    /** Where {@code text} leads from {@code type}, if the viewer may read every field on the way. */
    public Optional<Path> find(RecordType<?> type, String text, Viewer viewer) {
        String[] names = text.split("\\.", -1);
        if (names.length > DEEPEST) {
            return Optional.empty();
        }
        List<FieldOf<?>> steps = new ArrayList<>();
        RecordType<?> here = type;
        for (int i = 0; i < names.length; i++) {
            Optional<FieldOf<?>> step = field(here, names[i], viewer);
            boolean last = i == names.length - 1;
            if (step.isEmpty() || (!last && step.get().kind != Kind.REFERENCE)) {
                return Optional.empty();
            }
            boolean beyondLabel = i > 0 && !(last && names[i].equals(here.labelField));
            if (beyondLabel && !viewer.may(here.name + ":read")) {
                return Optional.empty();
            }
            steps.add(step.get());
            if (!last) {
                here = step.get().referenced();
            }
        }
        return Optional.of(new Path(text, List.copyOf(steps)));
    }

    private Optional<FieldOf<?>> own(RecordType<?> type, String name) {
        if (name.equals("id")) {
            return Optional.of(idOf(type));
        }
        FieldOf<?> declared = type.fields.get(name);
        if (declared != null) {
            return Optional.of(declared);
        }
        return definitions.customFields(type).stream()
                .<FieldOf<?>>map(field -> field)
                .filter(field -> field.name.equals(name))
                .findFirst();
    }

    private List<FieldOf<?>> all(RecordType<?> type) {
        List<FieldOf<?>> all = new ArrayList<>(type.fields.values());
        all.addAll(definitions.customFields(type));
        return all;
    }

    /** To ask for certain records; it is no column of lists. */
    private static <T extends Table<?>> FieldOf<T> idOf(RecordType<T> type) {
        FieldOf<T> field = new FieldOf<>("id", Words.of("编号", "Id"), Kind.REFERENCE, type.id);
        field.reference = () -> type;
        field.readOnly = true;
        field.sortable = false;
        field.groupable = false;
        return field;
    }
}
