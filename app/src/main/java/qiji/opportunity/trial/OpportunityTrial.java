package qiji.opportunity.trial;

import java.util.List;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.platform.Problem;
import qiji.rule.RuleKind;
import qiji.rule.RuleStretch;
import qiji.rule.RuleTrial;
import qiji.rule.TrialResult;

/** What a draft of a rule would have made of opportunities: for who may read the fields that it tells, in one step. [X7] */
public abstract class OpportunityTrial<B> implements RuleTrial<B> {
    private final RuleKind<B> kind;
    private final FieldLabels labels;
    private final List<String> told;

    /** {@code told} are the fields that records are judged by, and those that are told of them. */
    protected OpportunityTrial(RuleKind<B> kind, FieldLabels labels, String... told) {
        this.kind = kind;
        this.labels = labels;
        this.told = List.of(told);
    }

    @Override
    public final RuleKind<B> kind() {
        return kind;
    }

    @Override
    public final String recordType() {
        return Opportunities.TYPE;
    }

    @Override
    public final void mustBeAllowed(Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (!told.stream().allMatch(field -> labels.mayRead(field, viewer))) {
            throw Problem.forbidden(OpportunityPermissions.READ);
        }
    }

    @Override
    public final boolean tellsAmounts(Viewer viewer) {
        return labels.mayRead("expectedAmount", viewer);
    }

    @Override
    public final TrialResult run(List<RuleStretch<B>> stretches, Viewer viewer, Progress progress) {
        progress.tell(0, 1);
        TrialResult result = judge(Span.of(stretches), viewer);
        progress.tell(1, 1);
        return result;
    }

    /** In spans in which the rules differ. */
    protected abstract TrialResult judge(List<Span<B>> spans, Viewer viewer);
}
