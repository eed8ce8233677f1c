package qiji.opportunity.grade;

import static db.opportunity.Tables.OPPORTUNITY;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.rule.Rules;

/**
 * Grades an opportunity wherever its row is saved: by the rule in force for its department today. What has to be confirmed
 * is sent at once; what waits and is overtaken is sent anew. [D3]
 */
@Component
public class Grading {
    /** How the confirmation is called among approvals. */
    public static final String KIND = "grade";

    private static final List<Field<?>> INPUTS =
            List.of(OPPORTUNITY.EXPECTED_AMOUNT, OPPORTUNITY.CUSTOMER_BUDGET, OPPORTUNITY.LINE_COUNT);
    static final Words OVERTAKEN = Words.of("定级依据有变化", "What it is graded by has changed");

    private final Rules rules;
    private final GradeRuleKind kind;
    private final GradeStore store;
    private final ObjectProvider<Approvals> approvals;
    private final ObjectProvider<GradeSending> sending;
    private final ObjectProvider<Along> along;
    private final Clock clock;

    Grading(
            Rules rules,
            GradeRuleKind kind,
            GradeStore store,
            ObjectProvider<Approvals> approvals,
            ObjectProvider<GradeSending> sending,
            ObjectProvider<Along> along,
            Clock clock) {
        this.rules = rules;
        this.kind = kind;
        this.store = store;
        this.approvals = approvals;
        this.sending = sending;
        this.along = along;
        this.clock = clock;
    }

    /** What is to follow once the row is written. */
    public static final class Next {
        private final Standing before;
        private final Standing after;
        private final boolean isNewLeader;

        private Next(Standing before, Standing after, boolean isNewLeader) {
            this.before = before;
            this.after = after;
            this.isNewLeader = isNewLeader;
        }
    }

    /** Before the row is written: sets on it what follows from the rest of it. */
    public Next judge(OpportunityRecord row) {
        Standing before = Standing.of(row);
        GradeRule rule = rule(row);
        Standing after = judged(before, row, rule);
        after.write(row);
        if (isAlive(row)) {
            confirm(before, after, row);
            report(row, rule);
        }
        return new Next(before, after, row.modified(OPPORTUNITY.RESPONSIBLE_LEADER_ID));
    }

    private Standing judged(Standing before, OpportunityRecord row, GradeRule rule) {
        Grade due = rule.grade(row.getExpectedAmount(), row.getCustomerBudget(), row.getLineCount());
        if (!isAlive(row)) {
            boolean isWaiting = before.state() == GradeState.AWAITING || before.state() == GradeState.UNSENT;
            return before.grade() == null ? Standing.found(due) : isWaiting ? before.in(GradeState.WITHDRAWN) : before;
        }
        boolean isAnother = INPUTS.stream().anyMatch(row::modified) || row.modified(OPPORTUNITY.DEPARTMENT_ID);
        boolean isBack = row.modified(OPPORTUNITY.STATUS) && !isAlive(row.original(OPPORTUNITY.STATUS));
        if (!isAnother && !isBack && before.grade() != null) {
            return before;
        }
        return before.judged(due, rule).in(GradeState.UNSENT);
    }

    /**
     * Of a row that nobody edits, as other rules hold now: whether something of it is to be written. What waited for the
     * confirmation of another grade waits no more. {@code at} is one for all that are judged at once: what changes alike is
     * written by one statement.
     */
    boolean judgeAnew(OpportunityRecord row, Instant at, Viewer system) {
        Standing before = Standing.of(row);
        Standing after = anew(row);
        after.write(row);
        if (isAlive(row)) {
            confirm(before, after, row, at);
            report(row, rule(row));
        }
        if (!after.equals(before) && before.isPending()) {
            overtaken(row.getId(), after, system);
        }
        tell(row.getId(), new Next(before, after, false), system);
        return row.modified();
    }

    boolean isOutdated(OpportunityRecord row) {
        return !anew(row).equals(Standing.of(row));
    }

    private Standing anew(OpportunityRecord row) {
        Standing before = Standing.of(row);
        GradeRule rule = rule(row);
        Grade due = rule.grade(row.getExpectedAmount(), row.getCustomerBudget(), row.getLineCount());
        return before.grade() == null ? Standing.found(due) : isAlive(row) ? before.judged(due, rule) : before;
    }

    /** After the row is written. */
    public void goOn(Next next, OpportunityRecord row, Viewer viewer) {
        long id = row.getId();
        if (next.isNewLeader) {
            store.leader(id);
        }
        if (next.before.equals(next.after) && next.after.state() != GradeState.UNSENT) {
            return;
        }
        if (next.before.isPending()) {
            overtaken(id, next.after, viewer);
        }
        tell(id, next, viewer);
        if (isAlive(row) && next.after.state() == GradeState.UNSENT) {
            send(row, null, viewer);
        }
    }

    /** After new rows are written: what has to be confirmed is sent as soon as they are committed, so that nobody waits for it. */
    public void goOn(List<OpportunityRecord> fresh, Viewer viewer) {
        List<Long> unsent = fresh.stream()
                .filter(row -> isAlive(row) && GradeState.UNSENT.name().equals(row.getGradeState()))
                .map(OpportunityRecord::getId)
                .toList();
        if (!unsent.isEmpty()) {
            sending.getObject().soon(unsent, viewer);
        }
    }

    /** Nobody is asked as they were; what went along with a grade that waits no more goes on by itself. */
    private void overtaken(long id, Standing after, Viewer viewer) {
        approvals.getObject().cancel(KIND, id, OVERTAKEN.here(), viewer);
        if (!after.isPending()) {
            along.getObject().leftAlone(id, viewer);
        }
    }

    /** What is assessed and waits by itself goes along with the grade, where its rule has one flow. */
    void join(OpportunityRecord row, Viewer viewer) {
        if (isTogether(row)) {
            along.getObject().join(row.getId(), viewer);
        }
    }

    /** What is pending, to those who confirm it, instead of those who were asked before; false where there is nobody, and it stays unsent. */
    boolean send(OpportunityRecord row, @Nullable String note, Viewer viewer) {
        long id = row.getId();
        approvals.getObject().cancel(KIND, id, OVERTAKEN.here(), viewer);
        join(row, viewer);
        boolean isSent =
                approvals.getObject().sendIfStaffed(KIND, id, note, viewer).isPresent();
        store.state(id, isSent ? GradeState.AWAITING : GradeState.UNSENT);
        if (!isSent) {
            along.getObject().withdrawn(id);
        }
        return isSent;
    }

    /**
     * The department of these has changed without their rows being saved one by one: the next sweep judges them by the rule
     * of the new one, and asks its people what waits. The caller has locked them, and said who writes.
     */
    public void moved(List<Long> ids) {
        if (!ids.isEmpty()) {
            store.unsent(ids);
            store.judgeFrom(Collections.min(ids));
        }
    }

    /** Before the row goes. */
    public void forget(long id, Viewer viewer) {
        approvals.getObject().cancel(KIND, id, null, viewer);
        store.forget(id);
    }

    private void tell(long id, Next next, Viewer viewer) {
        Standing before = next.before;
        Standing after = next.after;
        if (before.grade() == null
                || Objects.equals(before.pending(), after.pending()) && before.grade() == after.grade()) {
            return;
        }
        GradeEvent kind =
                after.isLowering() ? GradeEvent.LOWERING : after.isPending() ? GradeEvent.RAISED : GradeEvent.CONFIRMED;
        store.tell(
                id,
                kind,
                Standing.name(before.grade()),
                Standing.name(after.isPending() ? after.pending() : after.grade()),
                viewer);
    }

    /** When what holds was confirmed. */
    void confirm(Standing before, Standing after, OpportunityRecord row) {
        confirm(before, after, row, clock.instant());
    }

    private static void confirm(Standing before, Standing after, OpportunityRecord row, Instant at) {
        if (after.state() == GradeState.CONFIRMED && !after.equals(before)) {
            row.setGradeConfirmedAt(at);
        }
    }

    /** What was confirmed is due to be reported if the rule says so, unless it is reported already. */
    void report(OpportunityRecord row, GradeRule rule) {
        Grade confirmed = Standing.of(row).confirmed();
        if (row.getCityReport() == null || row.getCityReport().equals(CityReportState.DUE.name())) {
            row.setCityReport(confirmed != null && rule.isReported(confirmed) ? CityReportState.DUE.name() : null);
        }
    }

    /** Whether what is assessed now is decided with the grade. */
    public boolean isTogether(OpportunityRecord row) {
        return row.getGradePending() != null && rule(row).isTogether();
    }

    GradeRule rule(OpportunityRecord row) {
        return rules.at(kind, row.getDepartmentId(), LocalDate.now(clock.withZone(Time.ZONE)));
    }

    static boolean isAlive(OpportunityRecord row) {
        return isAlive(row.getStatus());
    }

    private static boolean isAlive(@Nullable String status) {
        return status == null
                || status.equals(OpportunityStatus.OPEN.name())
                || status.equals(OpportunityStatus.DEFERRED.name());
    }
}
