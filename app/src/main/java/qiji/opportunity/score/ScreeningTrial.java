package qiji.opportunity.score;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.platform.Problem;
import qiji.rule.RuleKind;
import qiji.rule.RuleStretch;
import qiji.rule.RuleTrial;
import qiji.rule.TrialResult;

/** Which opportunities a draft of the rule would have screened otherwise, by the scores that were approved. [X7] */
@Component
class ScreeningTrial implements RuleTrial<ScreeningRule> {
    private final ScreeningRuleKind kind;
    private final ScreeningTrialQueries queries;
    private final FieldLabels labels;

    ScreeningTrial(ScreeningRuleKind kind, ScreeningTrialQueries queries, FieldLabels labels) {
        this.kind = kind;
        this.queries = queries;
        this.labels = labels;
    }

    @Override
    public RuleKind<ScreeningRule> kind() {
        return kind;
    }

    @Override
    public String recordType() {
        return Opportunities.TYPE;
    }

    @Override
    public List<Verdict> verdicts() {
        return Arrays.stream(Screening.values())
                .map(screening -> new Verdict(screening.name(), screening.words()))
                .toList();
    }

    @Override
    public void mustBeAllowed(Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (!labels.mayReadAll(viewer, ScoreFields.SCORE, ScoreFields.SCREENING, "owner")) {
            throw Problem.forbidden(OpportunityPermissions.READ);
        }
    }

    @Override
    public boolean tellsAmounts(Viewer viewer) {
        return labels.mayRead("expectedAmount", viewer);
    }

    @Override
    public TrialResult run(List<RuleStretch<ScreeningRule>> stretches, Viewer viewer, Progress progress) {
        progress.tell(0, 1);
        TrialResult result = queries.run(
                stretches.stream().filter(it -> !it.before().equals(it.after())).toList(), viewer);
        progress.tell(1, 1);
        return result;
    }
}
