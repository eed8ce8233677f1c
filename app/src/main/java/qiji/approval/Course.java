package qiji.approval;

import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.StepRecord;
import db.approval.tables.records.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.approval.ApprovalSubject.Outcome;

/**
 * A request with its levels and all who were asked, locked: the rules by which it goes on. One level is open at a time; one
 * who does not approve stops it; what is finished stays so. [D9]
 */
record Course(RequestRecord request, List<StepRecord> steps, List<TaskRecord> tasks, Map<Integer, Integer> days) {
    private static final Set<String> UNDECIDED = Set.of(TaskState.OPEN.name(), TaskState.WAITING.name());

    boolean isOpen() {
        return request.getState().equals("OPEN");
    }

    boolean isOpen(StepRecord step) {
        return is(step, StepState.OPEN);
    }

    StepRecord open() {
        return steps.stream()
                .filter(step -> is(step, StepState.OPEN))
                .findFirst()
                .orElseThrow();
    }

    /** Who is asked now. */
    List<TaskRecord> asked() {
        return tasks.stream().filter(task -> is(task, TaskState.OPEN)).toList();
    }

    /** Who is asked now of {@code users}. */
    List<TaskRecord> asked(Collection<Long> users) {
        return asked().stream().filter(task -> users.contains(task.getUserId())).toList();
    }

    /** Asks those of a level who have not left it to others: all at once, or the first of them. */
    void open(StepRecord step, Instant now) {
        step.setState(StepState.OPEN.name());
        List<TaskRecord> all = undecided(step).toList();
        if (step.getMode().equals(Mode.TURN.name())) {
            all.stream().min(Comparator.comparing(TaskRecord::getPlace)).ifPresent(task -> ask(task, now));
        } else {
            all.forEach(task -> ask(task, now));
        }
    }

    void ask(TaskRecord task, Instant now) {
        task.setState(TaskState.OPEN.name());
        task.setOpenedAt(now);
        Integer limit = days.get(levelOf(task));
        task.setDueAt(limit == null || limit == 0 ? null : now.plus(Duration.ofDays(limit)));
    }

    /** How it ended, if that was the last decision. */
    Optional<Outcome> decide(TaskRecord task, Outcome outcome, long by, Instant now) {
        task.setState(outcome.name());
        task.setDecidedAt(now);
        task.setDecidedBy(by);
        StepRecord step = open();
        end(at(step), other -> other.getPlace().equals(task.getPlace()));
        if (outcome != Outcome.APPROVED) {
            return Optional.of(finish(outcome, now));
        }
        if (!isPassed(step)) {
            goOn(step, now);
            return Optional.empty();
        }
        step.setState(StepState.PASSED.name());
        end(at(step), _ -> true);
        Optional<StepRecord> next = steps.stream()
                .filter(other -> other.getLevel() == step.getLevel() + 1)
                .findFirst();
        next.ifPresent(level -> open(level, now));
        return next.isPresent() ? Optional.empty() : Optional.of(finish(Outcome.APPROVED, now));
    }

    Outcome finish(Outcome outcome, Instant now) {
        request.setState(outcome.name());
        request.setFinishedAt(now);
        end(tasks, _ -> true);
        steps.stream()
                .filter(step -> !is(step, StepState.PASSED))
                .forEach(step -> step.setState(StepState.STOPPED.name()));
        return outcome;
    }

    /**
     * Leaves a level to the others there who are still to decide; false, and nothing happens, where there is nobody: it never
     * passes because somebody may not decide it any more.
     */
    boolean leaveToOthers(StepRecord step, long userId, Instant now) {
        boolean others = undecided(step).anyMatch(task -> task.getUserId() != userId && !task.getIsAdded());
        if (others) {
            end(at(step), task -> task.getUserId() == userId);
            if (isOpen(step)) {
                goOn(step, now);
            }
        }
        return others;
    }

    /** Instead of whom {@code heirs} decide; in turn one after the other. */
    void replace(StepRecord step, long userId, List<TaskRecord> heirs, Instant now) {
        boolean asked = false;
        for (TaskRecord task : undecided(step).toList()) {
            if (task.getUserId() == userId) {
                asked |= is(task, TaskState.OPEN);
                task.setState(TaskState.TRANSFERRED.name());
            }
        }
        tasks.addAll(heirs);
        if (asked) {
            boolean turn = step.getMode().equals(Mode.TURN.name());
            heirs.stream().limit(turn ? 1 : heirs.size()).forEach(heir -> ask(heir, now));
        }
    }

    /** The levels at which they are to decide, now or later. */
    List<StepRecord> levelsOf(long userId) {
        return steps.stream()
                .filter(step -> undecided(step).anyMatch(task -> task.getUserId() == userId))
                .toList();
    }

    /** The first of those that wait for them at a level. */
    TaskRecord taskOf(StepRecord step, long userId) {
        return undecided(step)
                .filter(task -> task.getUserId() == userId)
                .findFirst()
                .orElseThrow();
    }

    private Stream<TaskRecord> undecided(StepRecord step) {
        return at(step).stream().filter(Course::isUndecided);
    }

    int lastPlace(StepRecord step) {
        return at(step).stream().mapToInt(TaskRecord::getPlace).max().orElse(0);
    }

    /** Within a level that is not passed yet. */
    private void goOn(StepRecord step, Instant now) {
        if (step.getMode().equals(Mode.ANY.name())) {
            boolean enough = places(step, false).values().stream().anyMatch(Course::isApproved);
            end(at(step), task -> enough && !task.getIsAdded());
        }
        if (step.getMode().equals(Mode.TURN.name()) && asked().isEmpty()) {
            at(step).stream()
                    .filter(task -> is(task, TaskState.WAITING))
                    .min(Comparator.comparing(TaskRecord::getPlace))
                    .ifPresent(task -> ask(task, now));
        }
    }

    /** Whom somebody added has to approve whatever the mode. Of who left it to others nothing is expected. */
    private boolean isPassed(StepRecord step) {
        Collection<List<TaskRecord>> planned = places(step, false).values();
        boolean all = step.getMode().equals(Mode.ANY.name()) || planned.stream().allMatch(Course::isSettled);
        return all
                && planned.stream().anyMatch(Course::isApproved)
                && places(step, true).values().stream().allMatch(Course::isSettled);
    }

    private Map<Integer, List<TaskRecord>> places(StepRecord step, boolean added) {
        return at(step).stream()
                .filter(task -> task.getIsAdded() == added)
                .collect(Collectors.groupingBy(TaskRecord::getPlace));
    }

    private static boolean isApproved(List<TaskRecord> place) {
        return place.stream().anyMatch(task -> is(task, TaskState.APPROVED));
    }

    /** Approved, or left to others. */
    private static boolean isSettled(List<TaskRecord> place) {
        return isApproved(place) || place.stream().noneMatch(Course::isUndecided);
    }

    private static boolean isUndecided(TaskRecord task) {
        return UNDECIDED.contains(task.getState());
    }

    private static void end(List<TaskRecord> all, Predicate<TaskRecord> which) {
        all.stream().filter(Course::isUndecided).filter(which).forEach(task -> task.setState(TaskState.OVER.name()));
    }

    List<TaskRecord> at(StepRecord step) {
        return tasks.stream()
                .filter(task -> task.getStepId().equals(step.getId()))
                .toList();
    }

    /** Whether they are asked at the open level, will be, or have approved there: one person is one voice. */
    boolean hasPart(long userId) {
        return havingPart(open()).contains(userId);
    }

    Set<Long> havingPart(StepRecord step) {
        return at(step).stream()
                .filter(task -> isUndecided(task) || is(task, TaskState.APPROVED))
                .map(TaskRecord::getUserId)
                .collect(Collectors.toSet());
    }

    int levelOf(TaskRecord task) {
        return steps.stream()
                .filter(step -> step.getId().equals(task.getStepId()))
                .findFirst()
                .orElseThrow()
                .getLevel();
    }

    @Nullable
    Integer levelNow() {
        return steps.stream()
                .filter(step -> is(step, StepState.OPEN))
                .findFirst()
                .map(StepRecord::getLevel)
                .orElse(null);
    }

    /** Those who never decide it. */
    Set<Long> own() {
        return Set.copyOf(List.of(request.getAskedBy(), request.getOwnerId()).stream()
                .distinct()
                .toList());
    }

    private static boolean is(TaskRecord task, TaskState state) {
        return task.getState().equals(state.name());
    }

    private static boolean is(StepRecord step, StepState state) {
        return step.getState().equals(state.name());
    }
}
