package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalPlan.Flow;
import qiji.approval.ApprovalPlan.Level;
import qiji.approval.ApprovalSubject;
import qiji.approval.Approvals;
import qiji.approval.Mode;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.HearsEndings;
import qiji.opportunity.Held;
import qiji.opportunity.Matters;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Words;

/** An assessment is approved by a leader, who thereby fixes the direction of its opportunity. [D6 D9] */
@Component
public class AssessmentApproval implements ApprovalSubject, HearsEndings {
    static final String KIND = "assessment";
    private static final int DAYS = 3;

    /** What the leader decides by, beside score and direction. */
    private static final List<String> FIELDS = List.of(
            "name", "customer", "owner", "department", "stage", "expectedAmount", "customerBudget", "expectedSignOn");

    private final OpportunityStore opportunities;
    private final AssessmentStore store;
    private final Approvals approvals;
    private final Matters matters;
    private final FieldLabels labels;
    private final Assessed assessed;
    private final AssessmentVerdicts verdicts;

    AssessmentApproval(
            OpportunityStore opportunities,
            AssessmentStore store,
            Approvals approvals,
            Matters matters,
            FieldLabels labels,
            Assessed assessed,
            AssessmentVerdicts verdicts) {
        this.opportunities = opportunities;
        this.store = store;
        this.approvals = approvals;
        this.matters = matters;
        this.labels = labels;
        this.assessed = assessed;
        this.verdicts = verdicts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Words words() {
        return Words.of("评估报告", "Assessment report");
    }

    /** By grade. [S8 S9] */
    @Override
    public List<Flow> shipped() {
        return List.of(
                Flow.of(KIND, Level.role("GENERAL_MANAGER", Mode.ANY, DAYS)).grade(Grade.MAJOR.name()),
                Flow.of(KIND, Level.role("DEPUTY_GM", Mode.ANY, DAYS, "GENERAL_MANAGER"))
                        .grade(Grade.IMPORTANT.name()),
                Flow.of(KIND, Level.role("CENTER_DIRECTOR", Mode.ANY, DAYS, "DEPUTY_GM", "GENERAL_MANAGER")));
    }

    /** The conclusion tells why the direction is what it is; its page and its report show it by the same field. */
    @Override
    public Optional<String> noteField() {
        return Optional.of(ScoreFields.SCREENING);
    }

    @Override
    public Optional<Long> sender(long id) {
        AssessmentRecord row = store.get(store.opportunityOf(id), id);
        return row.getState().equals(AssessmentState.SUBMITTED.name())
                ? Optional.ofNullable(row.getSubmittedBy())
                : Optional.empty();
    }

    @Override
    public List<Words> reasons() {
        return Stream.concat(Stream.of(AssessmentAlong.WITH_GRADE), Matters.ENDINGS.stream())
                .toList();
    }

    @Override
    public Map<String, Words> grades() {
        return Grade.byCode();
    }

    /** The role tells the grade. */
    @Override
    public boolean mayReadChain(Viewer viewer) {
        return labels.mayRead("grade", viewer);
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        long opportunityId = store.opportunityOf(id);
        OpportunityRecord row = opportunities.row(opportunityId, viewer);
        return matters.of(row, row.getGrade(), snapshot(store.get(opportunityId, id), viewer));
    }

    private Map<String, @Nullable Object> snapshot(AssessmentRecord assessment, Viewer viewer) {
        Map<String, @Nullable Object> kept = assessed.verdict(assessment, viewer);
        kept.putAll(matters.snapshot(assessment.getOpportunityId(), FIELDS, viewer));
        kept.putAll(assessed.grounds(assessment, viewer));
        return kept;
    }

    @Override
    public Map<String, Words> labels() {
        return Assessed.LABELS;
    }

    @Override
    public void lock(long id) {
        opportunities.lock(store.opportunityOf(id), Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        long opportunityId = store.opportunityOf(id);
        Held held = opportunities.lock(opportunityId, Viewer.system("approval"));
        verdicts.give(held, store.get(opportunityId, id), decision.outcome(), decider);
    }

    /** Nobody is asked any more; what was rated stays. */
    @Override
    public void ended(long opportunityId, Words why, Viewer viewer) {
        store.running(opportunityId)
                .filter(row -> row.getState().equals(AssessmentState.SUBMITTED.name()))
                .ifPresent(row -> {
                    approvals.cancel(KIND, row.getId(), why.here(), viewer);
                    row.setState(AssessmentState.DRAFT.name());
                    store.save(row);
                });
    }
}
