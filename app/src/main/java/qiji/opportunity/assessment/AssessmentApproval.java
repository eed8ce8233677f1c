package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import qiji.opportunity.profit.ProfitQueries;
import qiji.opportunity.profit.Profitability;
import qiji.opportunity.risk.RiskBand;
import qiji.opportunity.risk.RiskQueries;
import qiji.opportunity.risk.RiskState;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Words;

/** An assessment is approved by a leader, who thereby fixes the direction of its opportunity. [D6 D9] */
@Component
public class AssessmentApproval implements ApprovalSubject, HearsEndings {
    static final String KIND = "assessment";
    private static final int DAYS = 3;
    private static final String GRAVE = "risk.grave";
    private static final String RISKS = "risk.open";
    private static final String REVENUE = "profit.revenue";
    private static final String COST = "profit.cost";

    /** What the leader decides by, beside score and direction. */
    private static final List<String> FIELDS = List.of(
            "name", "customer", "owner", "department", "stage", "expectedAmount", "customerBudget", "expectedSignOn");

    private final OpportunityStore opportunities;
    private final AssessmentStore store;
    private final Approvals approvals;
    private final Matters matters;
    private final FieldLabels labels;
    private final RiskQueries risks;
    private final ProfitQueries profits;
    private final Clock clock;

    AssessmentApproval(
            OpportunityStore opportunities,
            AssessmentStore store,
            Approvals approvals,
            Matters matters,
            FieldLabels labels,
            RiskQueries risks,
            ProfitQueries profits,
            Clock clock) {
        this.opportunities = opportunities;
        this.store = store;
        this.approvals = approvals;
        this.matters = matters;
        this.labels = labels;
        this.risks = risks;
        this.profits = profits;
        this.clock = clock;
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
        return matters.of(row, row.getGrade(), snapshot(opportunityId, store.get(opportunityId, id), viewer));
    }

    private Map<String, @Nullable Object> snapshot(long opportunityId, AssessmentRecord assessment, Viewer viewer) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        if (labels.mayRead(ScoreFields.SCORE, viewer)) {
            kept.put(ScoreFields.SCORE, assessment.getScore());
        }
        if (labels.mayRead(ScoreFields.SCREENING, viewer)) {
            kept.put(ScoreFields.SCREENING, assessment.getDirection());
        }
        kept.putAll(matters.snapshot(opportunityId, FIELDS, viewer));
        beside(opportunityId, viewer, kept);
        return kept;
    }

    @Override
    public Map<String, Words> labels() {
        return Map.of(
                GRAVE,
                Words.of("高与极高的风险（项）", "High and critical risks"),
                RISKS,
                Words.of("未关闭的风险（概率×影响）", "Open risks (probability × impact)"),
                REVENUE,
                Words.of("测算收入（元）", "Revenue reckoned (yuan)"),
                COST,
                Words.of("测算成本（元）", "Cost reckoned (yuan)"));
    }

    private void beside(long opportunityId, Viewer viewer, Map<String, @Nullable Object> kept) {
        if (labels.mayRead(ScoreFields.SCORE, viewer)) {
            List<RiskQueries.Row> open = risks.then(opportunityId, null, viewer).risks().stream()
                    .filter(risk -> risk.state() != RiskState.CLOSED)
                    .toList();
            kept.put(
                    GRAVE,
                    open.stream()
                            .filter(risk -> risk.band().compareTo(RiskBand.HIGH) >= 0)
                            .count());
            kept.put(RISKS, open.stream().map(AssessmentApproval::told).collect(Collectors.joining("；")));
        }
        Profitability profit = profits.then(opportunityId, null, viewer);
        if (profit != null) {
            kept.put(REVENUE, profit.revenue());
            kept.put(COST, profit.cost());
        }
    }

    /** In no language, as it is compared with what another reader's would be. */
    private static String told(RiskQueries.Row risk) {
        return "%s %d×%d".formatted(risk.title(), risk.probability(), risk.impact());
    }

    @Override
    public void lock(long id) {
        opportunities.lock(store.opportunityOf(id), Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        long opportunityId = store.opportunityOf(id);
        Held held = opportunities.lock(opportunityId, Viewer.system("approval"));
        AssessmentRecord row = store.get(opportunityId, id);
        switch (decision.outcome()) {
            case APPROVED -> {
                held.alive();
                end(row, AssessmentState.APPROVED, decider);
                store.fix(row);
            }
            case REJECTED -> end(row, AssessmentState.REJECTED, decider);
            case RETURNED -> row.setState(AssessmentState.RETURNED.name());
            case WITHDRAWN -> row.setState(AssessmentState.DRAFT.name());
        }
        store.save(row);
    }

    private void end(AssessmentRecord row, AssessmentState state, Viewer decider) {
        row.setState(state.name());
        row.setDecidedBy(decider.userId());
        row.setDecidedAt(clock.instant());
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
