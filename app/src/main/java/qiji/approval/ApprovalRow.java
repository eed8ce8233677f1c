package qiji.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.approval.Chain.Person;

/**
 * A request as lists show it. {@code title} is null to who may not see the record, or its name; {@code dueAt} is the next that
 * somebody is to decide by.
 */
public record ApprovalRow(
        String id,
        String kind,
        String kindName,
        String recordType,
        String recordId,
        @Nullable String title,
        String state,
        @Nullable String note,
        @Nullable Person askedBy,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant dueAt,
        List<Person> waitingFor) {

    /** {@code next} leads on, null at the end. */
    public record Page(List<ApprovalRow> rows, @Nullable String next) {}

    /** How many each box holds. */
    public record Counts(int toDo, int done, int mine) {}

    /** What waits for the viewer, what they decided, what they asked. */
    public enum Box {
        TO_DO,
        DONE,
        MINE
    }
}
