package qiji.opportunity.grade;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.telling.OpportunityNotices;
import qiji.organization.holder.Holders;
import qiji.platform.Problem;
import qiji.platform.Words;

/**
 * What is done with a grade by hand: sent again, withdrawn, decided. Each verb throws NOT_FOUND for what the viewer may not
 * see, FORBIDDEN, OPPORTUNITY_CLOSED, GRADE_SETTLED. [D3 D9]
 */
@Service
public class Grades {
    static final Words WITH_ASSESSMENT = Words.of("与评估报告一并送审", "Sent together with the assessment");

    private final OpportunityStore opportunities;
    private final Grading grading;
    private final GradeStore store;
    private final Along along;
    private final Approvals approvals;
    private final Holders holders;
    private final OpportunityNotices notices;
    private final Writing writing;

    Grades(
            OpportunityStore opportunities,
            Grading grading,
            GradeStore store,
            Along along,
            Approvals approvals,
            Holders holders,
            OpportunityNotices notices,
            Writing writing) {
        this.opportunities = opportunities;
        this.grading = grading;
        this.store = store;
        this.along = along;
        this.approvals = approvals;
        this.holders = holders;
        this.notices = notices;
        this.writing = writing;
    }

    /** What was returned, withdrawn or never sent. Throws APPROVAL_PENDING, APPROVAL_LEVEL_EMPTY. */
    @Transactional
    public void send(long id, @Nullable String note, Viewer viewer) {
        OpportunityRecord row = pending(id, viewer);
        if (!GradeState.AWAITING.name().equals(row.getGradeState())) {
            approvals.cancel(Grading.KIND, id, null, viewer); // of the department that it lay in before
        }
        grading.join(row, viewer);
        approvals.send(Grading.KIND, id, note, viewer);
        store.state(id, GradeState.AWAITING);
        store.tell(id, GradeEvent.SENT, row.getGrade(), row.getGradePending(), viewer);
    }

    /** What waits, sent with what goes {@link Along along} with it, in place of what was asked before. Throws APPROVAL_LEVEL_EMPTY. */
    public void sendAlong(long id, Viewer viewer) {
        approvals.cancel(Grading.KIND, id, WITH_ASSESSMENT.here(), viewer);
        OpportunityRecord row = opportunities.lock(id, viewer).row();
        approvals.send(Grading.KIND, id, viewer);
        store.state(id, GradeState.AWAITING);
        store.tell(id, GradeEvent.SENT, row.getGrade(), row.getGradePending(), viewer);
    }

    @Transactional
    public void withdraw(long id, Viewer viewer) {
        OpportunityRecord row = pending(id, viewer);
        if (!GradeState.AWAITING.name().equals(row.getGradeState())) {
            throw new Problem(OpportunityProblem.GRADE_SETTLED);
        }
        approvals.cancel(Grading.KIND, id, null, viewer);
        along.withdrawn(id);
        store.state(id, GradeState.WITHDRAWN);
        store.tell(id, GradeEvent.WITHDRAWN, row.getGrade(), row.getGradePending(), viewer);
    }

    /** In the name of {@code viewer}; nothing if it was sent or confirmed meanwhile. False if there is nobody to ask. */
    @Transactional
    public boolean sendDue(long id, Viewer viewer) {
        writing.by(viewer);
        OpportunityRecord row = opportunities.lock(id, Viewer.system("grade")).row();
        return !GradeState.UNSENT.name().equals(row.getGradeState())
                || !Grading.isAlive(row)
                || grading.send(row, null, viewer);
    }

    /**
     * The same, unless {@code vacant} tells that there is nobody in that department for that grade beside the owner, who
     * never decides; it is told more.
     */
    @Transactional
    public boolean sendUnsent(long id, Set<String> vacant, Viewer system) {
        OpportunityRecord row = opportunities.lock(id, system).row();
        String place = row.getDepartmentId() + " " + row.getOwnerId() + " "
                + Standing.of(row).decidedAs();
        if (vacant.contains(place)) {
            return false;
        }
        boolean isSent = sendDue(id, system);
        if (!isSent) {
            vacant.add(place);
        }
        return isSent;
    }

    /** By those who were asked; see {@link GradeConfirmation}. */
    void decided(long id, Outcome outcome, Viewer decider) {
        OpportunityRecord row =
                opportunities.lock(id, Viewer.system("approval")).row();
        Standing before = Standing.of(row);
        Standing after = switch (outcome) {
            case APPROVED -> before.approved();
            case REJECTED -> before.rejected();
            case RETURNED -> before.in(GradeState.RETURNED);
            case WITHDRAWN -> before.in(GradeState.WITHDRAWN);
        };
        GradeRule rule = grading.rule(row);
        Long leader = row.getResponsibleLeaderId();
        after.write(row);
        grading.confirm(before, after, row);
        if (after.state() == GradeState.CONFIRMED) {
            row.setResponsibleLeaderId(leader(row, rule, decider));
            grading.report(row, rule);
        }
        store.save(row);
        store.leader(id);
        notices.leads(id, leader, row.getResponsibleLeaderId(), decider);
        store.tell(id, event(outcome), Standing.name(before.grade()), Standing.name(before.pending()), decider);
    }

    /** Who decided, if it is theirs to confirm that grade; else who holds that role. Nobody for one that nobody confirms. */
    private @Nullable Long leader(OpportunityRecord row, GradeRule rule, Viewer decider) {
        String role = rule.confirmer(Grade.valueOf(row.getGrade()));
        if (role == null) {
            return null;
        }
        Set<Long> except = row.getOwnerId() == null ? Set.of() : Set.of(row.getOwnerId());
        List<Long> there = holders.of(role, row.getDepartmentId(), except).userIds();
        return there.isEmpty() || there.contains(decider.userId()) ? Long.valueOf(decider.userId()) : there.getFirst();
    }

    private static GradeEvent event(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> GradeEvent.CONFIRMED;
            case REJECTED -> GradeEvent.REJECTED;
            case RETURNED -> GradeEvent.RETURNED;
            case WITHDRAWN -> GradeEvent.WITHDRAWN;
        };
    }

    private OpportunityRecord pending(long id, Viewer viewer) {
        writing.by(viewer);
        Held held = opportunities.lock(id, viewer);
        held.relation().mustWork();
        OpportunityRecord row = held.alive().row();
        if (row.getGradePending() == null) {
            throw new Problem(OpportunityProblem.GRADE_SETTLED);
        }
        return row;
    }
}
