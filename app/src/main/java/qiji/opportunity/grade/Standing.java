package qiji.opportunity.grade;

import db.opportunity.tables.records.OpportunityRecord;
import org.jspecify.annotations.Nullable;

/**
 * How an opportunity stands with its grade: the grade that counts, what of it waits for confirmation, and what was confirmed
 * last. Up at once, then to be confirmed; down only once that is confirmed. [D3]
 */
record Standing(
        @Nullable Grade grade,
        @Nullable Grade pending,
        @Nullable GradeState state,
        @Nullable Grade confirmed) {
    static final Standing NONE = new Standing(null, null, null, null);

    private static Standing of(Grade confirmed) {
        return new Standing(confirmed, null, GradeState.CONFIRMED, confirmed);
    }

    /** Of one that was there before the rule was, or came from a file as it ended: nobody has to confirm the past. */
    static Standing found(@Nullable Grade due) {
        return due == null ? NONE : of(due);
    }

    /** What becomes of it as the rule would have {@code due} now; without anything to go by, a graded one is general. */
    Standing judged(@Nullable Grade due, GradeRule rule) {
        if (grade == null) {
            return due == null ? this : raised(due, rule);
        }
        Grade now = due == null ? Grade.GENERAL : due;
        if (now == (pending == null ? grade : pending)) {
            return waitsForNobody(rule) ? of(now) : this;
        }
        if (now.compareTo(grade) > 0) {
            return raised(now, rule);
        }
        if (now == grade) {
            return grade == confirmed ? of(grade) : raised(now, rule);
        }
        return rule.confirmer(grade) == null ? of(now) : new Standing(grade, now, GradeState.UNSENT, confirmed);
    }

    /** What the rule does not have confirmed any more need not wait for it. */
    private boolean waitsForNobody(GradeRule rule) {
        Grade asked = decidedAs();
        return asked != null && rule.confirmer(asked) == null;
    }

    private Standing raised(Grade to, GradeRule rule) {
        return rule.confirmer(to) == null ? of(to) : new Standing(to, to, GradeState.UNSENT, confirmed);
    }

    /** By whose level it is confirmed: that of the heavier of both, who has it or lets it go. */
    @Nullable
    Grade decidedAs() {
        return pending == null
                ? null
                : pending.compareTo(java.util.Objects.requireNonNull(grade)) > 0 ? pending : grade;
    }

    boolean isLowering() {
        return pending != null && grade != null && pending.compareTo(grade) < 0;
    }

    boolean isPending() {
        return pending != null;
    }

    Standing approved() {
        return pending == null ? this : of(pending);
    }

    /** A lower grade that is refused is no more: the old one holds. One raised goes back to its owner. */
    Standing rejected() {
        return isLowering() && grade != null ? of(grade) : in(GradeState.RETURNED);
    }

    /** The same in another state, while something is pending. */
    Standing in(GradeState other) {
        return pending == null ? this : new Standing(grade, pending, other, confirmed);
    }

    static Standing of(OpportunityRecord row) {
        return new Standing(
                grade(row.getGrade()),
                grade(row.getGradePending()),
                row.getGradeState() == null ? null : GradeState.valueOf(row.getGradeState()),
                grade(row.getGradeConfirmed()));
    }

    /** A value that stays as it was is no change. */
    void write(OpportunityRecord row) {
        row.setGrade(name(grade));
        row.setGradePending(name(pending));
        row.setGradeState(name(state));
        row.setGradeConfirmed(name(confirmed));
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Grade grade(@Nullable String code) {
        return code == null ? null : Grade.valueOf(code);
    }
}
