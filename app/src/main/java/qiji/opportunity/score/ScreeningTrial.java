package qiji.opportunity.score;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.trial.OpportunityTrial;
import qiji.opportunity.trial.Span;
import qiji.rule.TrialResult;

/** Which opportunities a draft of the rule would have screened otherwise, by the scores that were approved. [X7] */
@Component
class ScreeningTrial extends OpportunityTrial<ScreeningRule> {
    private final ScreeningTrialQueries queries;

    ScreeningTrial(ScreeningRuleKind kind, ScreeningTrialQueries queries, FieldLabels labels) {
        super(kind, labels, ScoreFields.SCORE, ScoreFields.SCREENING, "owner");
        this.queries = queries;
    }

    @Override
    public List<Verdict> verdicts() {
        return Arrays.stream(Screening.values())
                .map(screening -> new Verdict(screening.name(), screening.words()))
                .toList();
    }

    @Override
    protected TrialResult judge(List<Span<ScreeningRule>> spans, Viewer viewer) {
        return queries.run(spans, viewer);
    }
}
