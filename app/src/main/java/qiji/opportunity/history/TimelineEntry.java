package qiji.opportunity.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.GradeEvent;

/** Something that happened to an opportunity: a follow-up, a change, a file attached, a task given, a step
 * of its grade. [B3 D10 D3] */
sealed interface TimelineEntry {
    /** What can be asked for by {@code kinds}. */
    enum Kind {
        ACTIVITY,
        CHANGE,
        FILE,
        TASK,
        GRADE
    }

    Instant at();

    @JsonProperty
    default Kind kind() {
        return switch (this) {
            case Followed _ -> Kind.ACTIVITY;
            case Changed _ -> Kind.CHANGE;
            case Attached _ -> Kind.FILE;
            case Assigned _ -> Kind.TASK;
            case Graded _ -> Kind.GRADE;
        };
    }

    record Followed(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            Instant at,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
            String byName,
            String activityKind,
            String subject,
            @Nullable String content,
            @Nullable String outcome,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable Boolean counts)
            implements TimelineEntry {

        /** Without the fields that the viewer may not read. [A4] */
        Followed seenBy(Viewer viewer) {
            return new Followed(
                    id,
                    at,
                    by,
                    byName,
                    activityKind,
                    reads(viewer, "subject") ? subject : "",
                    reads(viewer, "content") ? content : null,
                    reads(viewer, "outcome") ? outcome : null,
                    reads(viewer, "nextStep") ? nextStep : null,
                    reads(viewer, "nextStepOn") ? nextStepOn : null,
                    reads(viewer, "outcome") ? counts : null);
        }

        private static boolean reads(Viewer viewer, String field) {
            return viewer.accessTo("activity", field) != FieldAccess.HIDDEN;
        }
    }

    record Changed(
            Instant at,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
            String byName,
            @Nullable String reason,
            List<HistoryRow.Change> changes)
            implements TimelineEntry {}

    record Attached(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            Instant at,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
            String byName,
            String name,
            long size,
            String contentType)
            implements TimelineEntry {}

    /** {@code at} is when it was given; whether it is done, {@code status} says. */
    record Assigned(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            Instant at,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
            @Nullable String byName,
            String title,
            String status,
            @Nullable LocalDate dueOn,
            String assigneeName)
            implements TimelineEntry {

        /** Without the fields that the viewer may not read. [A4] */
        Assigned seenBy(Viewer viewer) {
            return new Assigned(
                    id,
                    at,
                    by,
                    byName,
                    hides("title", viewer) ? "" : title,
                    hides("status", viewer) ? "" : status,
                    hides("dueOn", viewer) ? null : dueOn,
                    hides("assignee", viewer) ? "" : assigneeName);
        }

        private static boolean hides(String field, Viewer viewer) {
            return viewer.accessTo("task", field) == FieldAccess.HIDDEN;
        }
    }

    /** A step of the grade or of its report to the city company; {@code byName} is empty of the system. */
    record Graded(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            Instant at,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
            @Nullable String byName,
            GradeEvent step,
            @Nullable Grade before,
            @Nullable Grade grade)
            implements TimelineEntry {}

    /** Newest first; {@code next} asks for those before, null if there are none. */
    record Page(List<TimelineEntry> rows, @Nullable String next) {}
}
