package qiji.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.approval.Chain.Person;
import tools.jackson.databind.JsonNode;

/**
 * A request as its page shows it. {@code subjectId} is what is decided of the record, null to who may not see that, as {@code
 * fields} are empty.
 */
public record ApprovalDetail(
        ApprovalRow request,
        @Nullable String subjectId,
        List<Step> steps,
        List<Event> events,
        List<Frozen> fields,
        Map<String, Boolean> may) {

    public record Step(int level, String rule, Mode mode, String state, List<Task> tasks) {}

    /** {@code decidedBy} differs from {@code user} where somebody stood in. */
    public record Task(
            Person user,
            String state,
            boolean added,
            @Nullable Person insteadOf,
            @Nullable Instant dueAt,
            @Nullable Instant decidedAt,
            @Nullable Person decidedBy) {}

    /** {@code by} is null for the system. */
    public record Event(
            String kind,
            String words,
            @Nullable Integer level,
            @Nullable Person by,
            @Nullable Person user,
            @Nullable String comment,
            Instant at) {

        /** Without the names of those who decide: only of the sender, and of the viewer. */
        Event withheld(long sender, Viewer viewer) {
            List<String> named = List.of(Long.toString(sender), Long.toString(viewer.userId()));
            return new Event(kind, words, null, withheld(by, named), withheld(user, named), comment, at);
        }

        Event silent() {
            return new Event(kind, words, level, by, user, null, at);
        }

        private static @Nullable Person withheld(@Nullable Person person, List<String> named) {
            return person == null || named.contains(person.id()) ? person : Person.somebody();
        }
    }

    /** A field as it was approved, and as it is now; {@code label} is null for those of the record, which the catalogue calls. */
    public record Frozen(String name, @Nullable String label, JsonNode then, JsonNode now, boolean changed) {}
}
