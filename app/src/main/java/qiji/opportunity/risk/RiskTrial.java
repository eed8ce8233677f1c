package qiji.opportunity.risk;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.score.ScoreFields;
import qiji.opportunity.trial.OpportunityTrial;
import qiji.opportunity.trial.Span;
import qiji.rule.TrialResult;

/** Which opportunities would have had a risk in another band. [X7 D6] */
@Component
class RiskTrial extends OpportunityTrial<RiskRule> {
    private final RiskTrialQueries queries;

    RiskTrial(RiskRuleKind kind, RiskTrialQueries queries, FieldLabels labels) {
        super(kind, labels, ScoreFields.SCORE, "status", "owner");
        this.queries = queries;
    }

    @Override
    public List<Verdict> verdicts() {
        return Arrays.stream(RiskBand.values())
                .map(band -> new Verdict(band.name(), band.words()))
                .toList();
    }

    @Override
    protected TrialResult judge(List<Span<RiskRule>> spans, Viewer viewer) {
        return queries.run(spans, viewer);
    }
}
