package qiji.records.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.FieldReader;
import qiji.records.Kind;
import qiji.records.NamedRecords;
import qiji.records.RecordType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The verbs that modules offer, and what derives from the catalogue: a list of words is added to and taken from by an edit. */
@Component
class BulkActions {
    static final String ADD_TAG = "addTag";
    static final String REMOVE_TAG = "removeTag";
    private static final String VERSIONS = "versions";

    private final Map<String, BulkVerbs> byType = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final FieldReader reader;
    private final NamedRecords records;

    BulkActions(ObjectProvider<BulkVerbs> verbs, Catalogue catalogue, FieldReader reader, NamedRecords records) {
        verbs.orderedStream().forEach(it -> byType.put(it.type().name(), it));
        this.catalogue = catalogue;
        this.reader = reader;
        this.records = records;
    }

    /** What one may do, in the language of the request; {@code fields} are those that an edit can set, or a tag is in. */
    record Offer(String action, String label, @Nullable String hint, List<String> fields) {}

    List<Offer> offers(RecordType<?> type, Viewer viewer) {
        List<Offer> offers = new ArrayList<>();
        BulkVerbs verbs = byType.get(type.name());
        for (BulkVerbs.Verb verb : verbs == null ? List.<BulkVerbs.Verb>of() : verbs.allowedTo(viewer)) {
            boolean isEdit = verb.name().equals(BulkVerbs.EDIT);
            Words hint = verb.hint();
            offers.add(new Offer(
                    verb.name(),
                    verb.label().here(),
                    hint == null ? null : hint.here(),
                    isEdit ? writable(type, viewer, false) : List.of()));
            List<String> tags = isEdit ? writable(type, viewer, true) : List.of();
            if (!tags.isEmpty()) {
                offers.add(new Offer(ADD_TAG, Words.of("添加标签", "Add a tag").here(), null, tags));
                offers.add(
                        new Offer(REMOVE_TAG, Words.of("移除标签", "Remove a tag").here(), null, tags));
            }
        }
        return offers;
    }

    private List<String> writable(RecordType<?> type, Viewer viewer, boolean tags) {
        return catalogue.fields(type, viewer).stream()
                .filter(field -> catalogue.isWritable(type, field, viewer))
                .filter(field -> !tags || field.kind() == Kind.TAGS)
                .map(FieldOf::name)
                .toList();
    }

    /** Throws NOT_FOUND for what nobody offers, FORBIDDEN, INVALID_FIELDS for what the action lacks. */
    void mustBeSound(RecordType<?> type, String action, ObjectNode given, Viewer viewer) {
        BulkVerbs.Verb verb = verb(type, action).orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(verb.permission());
        if (isTag(action)) {
            mustBeTag(type, given, viewer);
            return;
        }
        List<FieldFault> faults = verb.needs().stream()
                .filter(name -> !isGiven(name, given.path(name).asString("")))
                .map(name -> FieldFault.required("given." + name))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        if (action.equals(BulkVerbs.EDIT)
                && reader.forEdit(type, values(given), viewer).isEmpty()) {
            throw Problem.invalid(List.of(FieldFault.required("given")));
        }
    }

    private static boolean isGiven(String name, String value) {
        return name.endsWith("Id") ? value.matches("[0-9]{1,18}") : !value.isBlank();
    }

    private void mustBeTag(RecordType<?> type, ObjectNode given, Viewer viewer) {
        boolean known =
                writable(type, viewer, true).contains(given.path("field").asString(""));
        if (!known) {
            throw Problem.invalid(List.of(FieldFault.unknown("given.field")));
        }
        if (given.path("tag").asString("").isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required("given.tag")));
        }
        var _ = reader.forEdit(type, tags(given, new LinkedHashSet<>(Set.of(tag(given)))), viewer);
    }

    /** Does it with one record; false if it is as asked already. Throws what the verb throws. */
    boolean apply(RecordType<?> type, String action, long id, ObjectNode given, Viewer viewer) {
        BulkVerbs.Verb verb = verb(type, action).orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(verb.permission());
        if (!isTag(action)) {
            return verb.change().to(id, of(id, given), viewer);
        }
        String field = given.path("field").asString();
        Set<String> tags = new LinkedHashSet<>();
        NamedRecords.Held held =
                records.held(type, Set.of(id), Set.of(field), viewer).get(id);
        if (held == null) {
            throw Problem.notFound();
        }
        held.values().path(field).forEach(tag -> tags.add(tag.asString()));
        boolean changes = action.equals(ADD_TAG) ? tags.add(tag(given)) : tags.remove(tag(given));
        return changes && verb.change().to(id, tags(given, tags), viewer);
    }

    private Optional<BulkVerbs.Verb> verb(RecordType<?> type, String action) {
        return Optional.ofNullable(byType.get(type.name()))
                .flatMap(verbs -> verbs.find(isTag(action) ? BulkVerbs.EDIT : action));
    }

    /** A version belongs to one record, and there are many: {@code versions} has those of the records that say theirs. */
    private static ObjectNode values(ObjectNode given) {
        ObjectNode values = given.deepCopy();
        values.remove("version");
        values.remove(VERSIONS);
        return values;
    }

    /** What is given to one of them: one that was changed since it was chosen is refused. */
    private static ObjectNode of(long id, ObjectNode given) {
        ObjectNode values = values(given);
        JsonNode version = given.path(VERSIONS).path(Long.toString(id));
        if (version.isInt()) {
            values.set("version", version);
        }
        return values;
    }

    private static boolean isTag(String action) {
        return action.equals(ADD_TAG) || action.equals(REMOVE_TAG);
    }

    private static String tag(ObjectNode given) {
        return given.path("tag").asString("").strip();
    }

    private static ObjectNode tags(ObjectNode given, Set<String> tags) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        var list = values.putArray(given.path("field").asString());
        tags.forEach(list::add);
        return values;
    }
}
