package qiji.audit;

import static db.audit.Tables.ENTRY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.splitPart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import qiji.access.Audits;
import qiji.access.FieldAccess;
import qiji.access.RecordAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of the audit what the viewer may not see of the records themselves: it is no way around. [A3 A4] */
@Component
class Discretion {
    private static final String CUSTOM = "custom";
    private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");

    /** The modules whose records belong to someone, and the records by which sight of them goes. */
    private static final List<String> TRADE =
            List.of("customer", "opportunity", "project", "activity", "approval", "collaboration");

    /** The types on whose records rows of the trade hang. */
    private static final List<String> OF_TRADE =
            List.of("customer", "contact", "opportunity", "project", "activity", "task");

    private static final List<String> OWNED = List.of("customer", "opportunity");

    private final RecordTypes types;
    private final Catalogue catalogue;
    private final RecordAccess access;
    private final List<Audits.Under> under;

    Discretion(RecordTypes types, Catalogue catalogue, RecordAccess access, List<Audits.Under> under) {
        this.types = types;
        this.catalogue = catalogue;
        this.access = access;
        this.under = under;
    }

    /**
     * All entries for who sees all records; else those of records that the viewer may see, and of what belongs to the
     * company. What hangs on a record tells of it, so it is left out then.
     */
    Condition visibleTo(Viewer viewer) {
        List<String> closed = under.stream()
                .filter(table -> !viewer.may(table.permission()))
                .map(Audits.Under::table)
                .toList();
        return ofRecords(viewer).and(closed.isEmpty() ? noCondition() : ENTRY.SUBJECT_TYPE.notIn(closed));
    }

    private Condition ofRecords(Viewer viewer) {
        boolean seesAll = OWNED.stream()
                .allMatch(object -> viewer.may(object + ":read") && viewer.scopeOf(object) instanceof Scope.Everything);
        Field<String> schema = splitPart(ENTRY.SUBJECT_TYPE, inline("."), inline(1));
        Field<String> table = splitPart(ENTRY.SUBJECT_TYPE, inline("."), inline(2));
        if (seesAll && access.secret(viewer, table, ENTRY.SUBJECT_ID).equals(falseCondition())) {
            return noCondition();
        }
        return schema.notIn(TRADE).or(access.visible(viewer, table, ENTRY.SUBJECT_ID));
    }

    JsonNode without(String subjectType, JsonNode values, Viewer viewer) {
        if (!(values instanceof ObjectNode columns)) {
            return values;
        }
        String object = objectOf(subjectType);
        if (hangsOnHidden(subjectType, object, viewer)) {
            return columns.removeAll();
        }
        for (String column : List.copyOf(columns.propertyNames())) {
            if (isHidden(object, column, viewer)) {
                columns.remove(column);
            }
        }
        return columns;
    }

    /** What hangs on a record may tell of any of its fields, as marks tell the score: where one is hidden, all of it is. */
    private boolean hangsOnHidden(String subjectType, String object, Viewer viewer) {
        String schema = subjectType.substring(0, Math.max(0, subjectType.indexOf('.')));
        return TRADE.contains(schema)
                && type(object).isEmpty()
                && viewer.fieldRules().entrySet().stream()
                        .filter(rule -> rule.getValue() == FieldAccess.HIDDEN)
                        .map(rule -> rule.getKey().split("\\.", 2)[0])
                        .anyMatch(OF_TRADE::contains);
    }

    private boolean isHidden(String object, String column, Viewer viewer) {
        if (column.equals(CUSTOM)) {
            return hidesCustomFields(object, viewer);
        }
        String name = camelCase(column);
        String reference = name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
        return isHiddenField(object, name, viewer)
                || isHiddenField(object, reference, viewer)
                || type(object)
                        .filter(type -> type.field(name).isEmpty()
                                && type.field(reference).isEmpty()
                                && hidesAny(type, viewer))
                        .isPresent();
    }

    /** Then columns that are no field are left out too: they may be computed of the hidden one, as normalized names are. */
    private boolean hidesAny(RecordType<?> type, Viewer viewer) {
        return type.declaredFields().stream().anyMatch(field -> !catalogue.isReadable(type, field, viewer));
    }

    private boolean isHiddenField(String object, String name, Viewer viewer) {
        return viewer.accessTo(object, name) == FieldAccess.HIDDEN
                || type(object).filter(type -> isUnreadable(type, name, viewer)).isPresent();
    }

    private boolean isUnreadable(RecordType<?> type, String name, Viewer viewer) {
        Optional<? extends FieldOf<?>> field = type.field(name);
        return field.isPresent() && !catalogue.isReadable(type, field.get(), viewer);
    }

    /** They lie in one column together: where one is hidden, all are left out. */
    private boolean hidesCustomFields(String object, Viewer viewer) {
        return viewer.fieldRules().entrySet().stream()
                .filter(rule -> rule.getValue() == FieldAccess.HIDDEN)
                .map(rule -> rule.getKey().split("\\.", 2))
                .anyMatch(place -> place[0].equals(object)
                        && type(object).flatMap(type -> type.field(place[1])).isEmpty());
    }

    private Optional<RecordType<?>> type(String object) {
        return types.all().stream().filter(type -> type.name().equals(object)).findFirst();
    }

    static String objectOf(String subjectType) {
        String table = subjectType.substring(subjectType.indexOf('.') + 1);
        return table.equals("app_user") ? "user" : camelCase(table);
    }

    static String camelCase(String snake) {
        return SNAKE.matcher(snake).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
