package qiji.records.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.RecordType;
import tools.jackson.databind.node.ObjectNode;

/** What a module lets people do with many records of one type: the verbs of its front door. A bean for each type. */
public final class BulkVerbs {
    /** Changes the fields that the values name. Actions that work by it ({@code tag}) need it. */
    public static final String EDIT = "edit";

    /** Gives the record to {@code ownerId}, for {@code reason}. */
    public static final String TRANSFER = "transfer";

    /** Moves it to {@code stageId}; {@code reason} for the way back. */
    public static final String MOVE = "move";

    public static final String ARCHIVE = "archive";

    private final RecordType<?> type;
    private final List<Verb> verbs = new ArrayList<>();

    private BulkVerbs(RecordType<?> type) {
        this.type = type;
    }

    /** Does it with one record. A Problem refuses it, and leaves the record as it was. */
    @FunctionalInterface
    public interface Deed {
        void to(long id, ObjectNode given, Viewer viewer);
    }

    /** The same, telling whether anything had to be done. */
    @FunctionalInterface
    public interface Change {
        boolean to(long id, ObjectNode given, Viewer viewer);
    }

    /** {@code needs} are the values without which it cannot begin; {@code hint} says what comes of it, where that is not plain. */
    record Verb(String name, Words label, @Nullable Words hint, String permission, List<String> needs, Change change) {}

    public static BulkVerbs of(RecordType<?> type) {
        return new BulkVerbs(type);
    }

    public BulkVerbs edit(String permission, Deed deed) {
        return with(EDIT, Words.of("编辑字段", "Edit a field"), permission, List.of(), deed);
    }

    public BulkVerbs transfer(String permission, Deed deed) {
        return with(TRANSFER, Words.of("移交", "Transfer"), permission, List.of("ownerId", "reason"), deed);
    }

    public BulkVerbs move(String permission, Deed deed) {
        return with(MOVE, Words.of("推进阶段", "Move to a stage"), permission, List.of("stageId"), deed);
    }

    public BulkVerbs archive(String permission, Deed deed) {
        return with(ARCHIVE, Words.of("归档", "Archive"), permission, List.of(), deed);
    }

    /** A verb of this type alone, after those that many know. */
    public BulkVerbs verb(String name, Words label, Words hint, String permission, List<String> needs, Change change) {
        verbs.add(new Verb(name, label, hint, permission, needs, change));
        return this;
    }

    /** The record that {@code name} gives, which was seen to be a number before the work began. */
    public static long id(ObjectNode given, String name) {
        return Long.parseLong(given.path(name).asString());
    }

    /** The version that the record had where it was chosen; null if nobody says. */
    public static @Nullable Integer version(ObjectNode given) {
        return given.path("version").isInt() ? given.path("version").intValue() : null;
    }

    private BulkVerbs with(String name, Words label, String permission, List<String> needs, Deed deed) {
        verbs.add(new Verb(name, label, null, permission, needs, (id, given, viewer) -> {
            deed.to(id, given, viewer);
            return true;
        }));
        return this;
    }

    RecordType<?> type() {
        return type;
    }

    List<Verb> allowedTo(Viewer viewer) {
        return verbs.stream().filter(verb -> viewer.may(verb.permission())).toList();
    }

    Optional<Verb> find(String name) {
        return verbs.stream().filter(verb -> verb.name().equals(name)).findFirst();
    }
}
