package qiji.opportunity.rad;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.trial.Span;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.rule.RuleKind;
import qiji.rule.RuleStretch;
import qiji.rule.RuleTrial;
import qiji.rule.TrialResult;

/** Which opportunities other bands would have laid elsewhere while they were open. [X7 D4] */
@Component
class RadTrial implements RuleTrial<RadRule> {
    /** What it judges by, and what it tells. */
    private static final List<String> TOLD = List.of("customerBudget", "stage", "status", "owner", "ownerWinRate");

    private final RadRuleKind kind;
    private final RadTrialQueries queries;

    RadTrial(RadRuleKind kind, RadTrialQueries queries) {
        this.kind = kind;
        this.queries = queries;
    }

    @Override
    public RuleKind<RadRule> kind() {
        return kind;
    }

    @Override
    public String recordType() {
        return Opportunities.TYPE;
    }

    @Override
    public List<Verdict> verdicts() {
        return Arrays.stream(Rad.values())
                .map(cell -> new Verdict(cell.name(), called(cell)))
                .toList();
    }

    @Override
    public void mustBeAllowed(Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (TOLD.stream().anyMatch(field -> hides(field, viewer))) {
            throw Problem.forbidden(OpportunityPermissions.READ);
        }
    }

    @Override
    public boolean tellsAmounts(Viewer viewer) {
        return !hides("expectedAmount", viewer);
    }

    @Override
    public TrialResult run(List<RuleStretch<RadRule>> stretches, Viewer viewer, Progress progress) {
        progress.tell(0, 1);
        TrialResult result = queries.run(Span.of(stretches), viewer);
        progress.tell(1, 1);
        return result;
    }

    /** Shortly: columns are headed by it. */
    private static Words called(Rad cell) {
        String name = cell.name();
        String number = name.substring(1);
        return name.startsWith("U") ? Words.of("未定 " + number, "Unknown " + number) : Words.of(name, name);
    }

    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(Opportunities.TYPE, field) == FieldAccess.HIDDEN;
    }
}
