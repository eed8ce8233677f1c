package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Decision;
import qiji.approval.Approvals;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.Along;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Words;

/** An assessment that was sent while the grade waits: one flow decides both. [D9 S8 S18] */
@Component
class AssessmentAlong implements Along {
    private static final String NUMBER = "assessment.number";
    private static final String CONCLUSION = "assessment.conclusion";

    static final Words WITH_GRADE = Words.of("与等级一并确认", "Confirmed together with the grade");

    private final OpportunityStore opportunities;
    private final AssessmentStore store;
    private final Assessed assessed;
    private final AssessmentVerdicts verdicts;
    private final FieldLabels labels;
    private final Approvals approvals;

    AssessmentAlong(
            OpportunityStore opportunities,
            AssessmentStore store,
            Assessed assessed,
            AssessmentVerdicts verdicts,
            FieldLabels labels,
            Approvals approvals) {
        this.opportunities = opportunities;
        this.store = store;
        this.assessed = assessed;
        this.verdicts = verdicts;
        this.labels = labels;
        this.approvals = approvals;
    }

    @Override
    public Map<String, @Nullable Object> snapshot(long opportunityId, Viewer viewer) {
        return store.waitingWithGrade(opportunityId)
                .map(row -> told(row, viewer))
                .orElse(Map.of());
    }

    @Override
    public Map<String, @Nullable Object> last(long opportunityId, Viewer viewer) {
        return store.sentWithGrade(opportunityId).map(row -> told(row, viewer)).orElse(Map.of());
    }

    private Map<String, @Nullable Object> told(AssessmentRecord row, Viewer viewer) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        if (labels.mayRead(ScoreFields.SCORE, viewer)) {
            kept.put(NUMBER, row.getNumber());
        }
        kept.putAll(assessed.verdict(row, viewer));
        if (labels.mayRead(ScoreFields.SCREENING, viewer)) {
            kept.put(CONCLUSION, row.getConclusion());
        }
        kept.putAll(assessed.grounds(row, viewer));
        return kept;
    }

    @Override
    public Map<String, Words> labels() {
        Map<String, Words> all = new LinkedHashMap<>(Assessed.LABELS);
        all.put(NUMBER, Words.of("一并确认的评估（第几次）", "Assessment confirmed with it (number)"));
        all.put(CONCLUSION, Words.of("评估结论", "Conclusion"));
        return all;
    }

    @Override
    public Optional<Long> sender(long opportunityId) {
        return store.waitingWithGrade(opportunityId).map(AssessmentRecord::getSubmittedBy);
    }

    @Override
    public void decided(long opportunityId, Decision decision, Viewer decider) {
        store.waitingWithGrade(opportunityId)
                .ifPresent(row -> verdicts.give(
                        opportunities.lock(opportunityId, Viewer.system("approval")),
                        row,
                        decision.outcome(),
                        decider));
    }

    @Override
    public void join(long opportunityId, Viewer viewer) {
        store.running(opportunityId)
                .filter(row -> row.getState().equals(AssessmentState.SUBMITTED.name()) && !row.getWithGrade())
                .ifPresent(row -> {
                    approvals.cancel(AssessmentApproval.KIND, row.getId(), WITH_GRADE.here(), viewer);
                    row.setWithGrade(true);
                    store.save(row);
                });
    }

    @Override
    public void withdrawn(long opportunityId) {
        store.waitingWithGrade(opportunityId).ifPresent(this::takeBack);
    }

    /** To those who decide assessments; back to its raters where there is nobody. */
    @Override
    public void leftAlone(long opportunityId, Viewer viewer) {
        store.waitingWithGrade(opportunityId).ifPresent(row -> {
            row.setWithGrade(false);
            store.save(row);
            if (approvals
                    .sendIfStaffed(AssessmentApproval.KIND, row.getId(), row.getConclusion(), viewer)
                    .isEmpty()) {
                takeBack(row);
            }
        });
    }

    private void takeBack(AssessmentRecord row) {
        row.setState(AssessmentState.DRAFT.name());
        store.save(row);
    }
}
