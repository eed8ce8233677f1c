package qiji.activity;

import static qiji.records.Fields.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.FieldOf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The record that a follow-up or task is about, as the API names it: {@code recordType} and {@code recordId}. */
final class RecordLink {
    private static final String TYPE = "recordType";
    private static final String ID = "recordId";

    private RecordLink() {}

    /** Takes both out of a body; empty if neither is there. Throws INVALID_FIELDS for anything else than a name and an id. */
    static Optional<RecordRef> takeFrom(ObjectNode body) {
        JsonNode type = body.remove(TYPE);
        JsonNode id = body.remove(ID);
        if (isAbsent(type) && isAbsent(id)) {
            return Optional.empty();
        }
        List<FieldFault> faults = new ArrayList<>();
        if (isAbsent(type) || !type.isString()) {
            faults.add(FieldFault.required(TYPE));
        }
        if (isAbsent(id) || !id.asString("").matches("[0-9]{1,18}")) {
            faults.add(FieldFault.of(ID, "wrong-type", Words.of("应为编号", "It must be an id")));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return Optional.of(new RecordRef(type.asString(), Long.parseLong(id.asString())));
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    static <T> FieldOf<T> type(Function<T, Field<String>> at) {
        return text(TYPE, "对象类型", "Record type", at).readOnly().hiddenFromImport();
    }

    static <T> FieldOf<T> id(Function<T, Field<Long>> at) {
        return text(
                        ID,
                        "对象编号",
                        "Record id",
                        (T t) -> at.apply(t).convert(String.class, String::valueOf, RecordLink::number))
                .readOnly()
                .hiddenFromImport();
    }

    static <T> FieldOf<T> name(RecordAccess access, Function<T, Field<String>> type, Function<T, Field<Long>> id) {
        return text("recordName", "对象", "Record", (T t) -> access.nameOf(type.apply(t), id.apply(t)))
                .of(access::namingFields)
                .readOnly()
                .notSortable()
                .notFilterable()
                .hiddenFromImport();
    }

    /** What is no id names no record. */
    private static Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1L;
    }
}
