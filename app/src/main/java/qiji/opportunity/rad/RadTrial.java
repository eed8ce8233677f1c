package qiji.opportunity.rad;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.trial.OpportunityTrial;
import qiji.opportunity.trial.Span;
import qiji.platform.Words;
import qiji.rule.TrialResult;

/** Which opportunities other bands would have laid elsewhere while they were open. [X7 D4] */
@Component
class RadTrial extends OpportunityTrial<RadRule> {
    private final RadTrialQueries queries;

    RadTrial(RadRuleKind kind, RadTrialQueries queries, FieldLabels labels) {
        super(kind, labels, "customerBudget", "stage", "status", "owner", "ownerWinRate");
        this.queries = queries;
    }

    @Override
    public List<Verdict> verdicts() {
        return Arrays.stream(Rad.values())
                .map(cell -> new Verdict(cell.name(), called(cell)))
                .toList();
    }

    /** Shortly: columns are headed by it. */
    private static Words called(Rad cell) {
        String name = cell.name();
        String number = name.substring(1);
        return name.startsWith("U") ? Words.of("未定 " + number, "Unknown " + number) : Words.of(name, name);
    }

    @Override
    protected TrialResult judge(List<Span<RadRule>> spans, Viewer viewer) {
        return queries.run(spans, viewer);
    }
}
