package qiji.project.life;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/**
 * A project from 立项 to its closing, and what may become of it. While its opportunity is not won ({@code frozen}), nothing
 * may. [D12]
 */
public record Project(
        ProjectState state,
        boolean frozen,
        BigDecimal percent,
        @Nullable LocalDate startedOn,
        @Nullable End completion,
        @Nullable End closing) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** The day on which something ended, and what is to be said of it. */
    public record End(LocalDate on, String note) {}

    /** What came of asking a project to do something. */
    public sealed interface Outcome {
        record Changed(Project project) implements Outcome {}

        /** It stays as it is, for all of these reasons at once. */
        record Refused(boolean frozen, @Nullable ProjectState wrongState, List<FieldFault> faults) implements Outcome {}
    }

    /** Set up, as a won opportunity is. */
    public static Project fresh() {
        return new Project(ProjectState.SET_UP, false, BigDecimal.ZERO, null, null, null);
    }

    public Outcome start(@Nullable LocalDate day, LocalDate today) {
        LocalDate on = day == null ? today : day;
        List<FieldFault> faults = new ArrayList<>();
        notInFuture(on, today, "startedOn", faults);
        return judged(
                state == ProjectState.SET_UP,
                faults,
                () -> new Project(ProjectState.RUNNING, false, percent, on, null, null));
    }

    public Outcome report(@Nullable BigDecimal reached, @Nullable String feedback) {
        List<FieldFault> faults = new ArrayList<>();
        if (reached == null) {
            faults.add(FieldFault.required("percent"));
        } else if (reached.signum() < 0
                || reached.compareTo(ALL) > 0
                || reached.stripTrailingZeros().scale() > 2) {
            faults.add(fault("percent", "out-of-range", "应在 0 与 100 之间，最多两位小数", "0 to 100, two decimals at most"));
        }
        demand(feedback, "feedback", faults);
        return judged(
                state == ProjectState.RUNNING,
                faults,
                () -> new Project(state, false, reached == null ? percent : reached, startedOn, null, null));
    }

    public Outcome complete(@Nullable LocalDate day, @Nullable String note, LocalDate today) {
        LocalDate on = day == null ? today : day;
        List<FieldFault> faults = new ArrayList<>();
        notInFuture(on, today, "completedOn", faults);
        if (startedOn != null && on.isBefore(startedOn)) {
            faults.add(fault("completedOn", "before-start", "不能早于开始日期", "Must not be before the start"));
        }
        demand(note, "note", faults);
        return judged(
                state == ProjectState.RUNNING,
                faults,
                () -> new Project(ProjectState.COMPLETED, false, ALL, startedOn, end(on, note), null));
    }

    public Outcome close(@Nullable LocalDate day, @Nullable String note, LocalDate today) {
        LocalDate on = day == null ? today : day;
        List<FieldFault> faults = new ArrayList<>();
        notInFuture(on, today, "closedOn", faults);
        if (completion != null && on.isBefore(completion.on)) {
            faults.add(fault("closedOn", "before-completion", "不能早于完成日期", "Must not be before the completion"));
        }
        demand(note, "note", faults);
        return judged(
                state == ProjectState.COMPLETED,
                faults,
                () -> new Project(ProjectState.CLOSED, false, percent, startedOn, completion, end(on, note)));
    }

    /** Under way again: what was thought done is not. */
    public Outcome resume(@Nullable String reason) {
        List<FieldFault> faults = new ArrayList<>();
        demand(reason, "reason", faults);
        return judged(
                state == ProjectState.COMPLETED || state == ProjectState.CLOSED,
                faults,
                () -> new Project(ProjectState.RUNNING, false, percent, startedOn, null, null));
    }

    private Outcome judged(boolean stateFits, List<FieldFault> faults, Supplier<Project> changed) {
        return stateFits && !frozen && faults.isEmpty()
                ? new Outcome.Changed(changed.get())
                : new Outcome.Refused(frozen, stateFits ? null : state, List.copyOf(faults));
    }

    private static End end(LocalDate on, @Nullable String note) {
        return new End(on, note == null ? "" : note);
    }

    private static void notInFuture(LocalDate day, LocalDate today, String field, List<FieldFault> faults) {
        if (day.isAfter(today)) {
            faults.add(fault(field, "in-future", "不能晚于今天", "Must not be after today"));
        } else if (day.isBefore(LocalDate.of(2000, 1, 1))) {
            faults.add(fault(field, "out-of-range", "不能早于 2000 年", "Must not be before 2000"));
        }
    }

    private static void demand(@Nullable String text, String field, List<FieldFault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(FieldFault.required(field));
        }
    }

    private static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }
}
