package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.profit.ProfitQueries;
import qiji.opportunity.profit.Profitability;
import qiji.opportunity.risk.RiskBand;
import qiji.opportunity.risk.RiskQueries;
import qiji.opportunity.risk.RiskState;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Words;

/** What of an assessment is shown to who decides it, as far as the reader may see it. [D6 D9] */
@Component
class Assessed {
    private static final String FOLLOWERS = "assessment.followers";
    private static final String SUPPORT = "assessment.support";
    private static final String GRAVE = "risk.grave";
    private static final String RISKS = "risk.open";
    private static final String REVENUE = "profit.revenue";
    private static final String COST = "profit.cost";

    static final Map<String, Words> LABELS = Map.of(
            FOLLOWERS, Words.of("跟进人员（批准后加入团队）", "Followers (join the team once approved)"),
            SUPPORT, Words.of("支撑资源（批准后列入计划）", "Support (goes into the plan once approved)"),
            GRAVE, Words.of("高与极高的风险（项）", "High and critical risks"),
            RISKS, Words.of("未关闭的风险（概率×影响）", "Open risks (probability × impact)"),
            REVENUE, Words.of("测算收入（元）", "Revenue reckoned (yuan)"),
            COST, Words.of("测算成本（元）", "Cost reckoned (yuan)"));

    private final FieldLabels labels;
    private final Naming naming;
    private final RiskQueries risks;
    private final ProfitQueries profits;

    Assessed(FieldLabels labels, Naming naming, RiskQueries risks, ProfitQueries profits) {
        this.labels = labels;
        this.naming = naming;
        this.risks = risks;
        this.profits = profits;
    }

    /** Score and direction, first of all. */
    Map<String, @Nullable Object> verdict(AssessmentRecord row, Viewer viewer) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        if (labels.mayRead(ScoreFields.SCORE, viewer)) {
            kept.put(ScoreFields.SCORE, row.getScore());
        }
        if (labels.mayRead(ScoreFields.SCREENING, viewer)) {
            kept.put(ScoreFields.SCREENING, row.getDirection());
        }
        return kept;
    }

    /** Who is to follow it with what, and what it risks and brings. */
    Map<String, @Nullable Object> grounds(AssessmentRecord row, Viewer viewer) {
        long opportunityId = row.getOpportunityId();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        if (labels.mayRead(FieldLabels.TEAM, viewer)) {
            kept.put(FOLLOWERS, naming.followers(row));
        }
        if (labels.mayRead(FieldLabels.PLAN, viewer)) {
            kept.put(SUPPORT, naming.support(row));
        }
        if (labels.mayRead(ScoreFields.SCORE, viewer)) {
            List<RiskQueries.Row> open = risks.then(opportunityId, null, viewer).risks().stream()
                    .filter(risk -> risk.state() != RiskState.CLOSED)
                    .toList();
            kept.put(
                    GRAVE,
                    open.stream()
                            .filter(risk -> risk.band().compareTo(RiskBand.HIGH) >= 0)
                            .count());
            kept.put(RISKS, open.stream().map(Assessed::told).collect(Collectors.joining("；")));
        }
        Profitability profit = profits.then(opportunityId, null, viewer);
        if (profit != null) {
            kept.put(REVENUE, profit.revenue());
            kept.put(COST, profit.cost());
        }
        return kept;
    }

    /** In no language, as it is compared with what another reader's would be. */
    private static String told(RiskQueries.Row risk) {
        return "%s %d×%d".formatted(risk.title(), risk.probability(), risk.impact());
    }
}
