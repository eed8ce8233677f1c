package qiji.opportunity.grade;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

/** Which opportunities a draft of the rule would have graded otherwise, while they were open or deferred. [X7] */
@Component
class GradeTrial implements RuleTrial<GradeRule> {
    /** What it judges by, and what it tells. */
    private static final List<String> TOLD =
            List.of("customerBudget", "expectedAmount", "lineCount", "status", "owner");

    private final GradeRuleKind kind;
    private final GradeTrialQueries queries;

    GradeTrial(GradeRuleKind kind, GradeTrialQueries queries) {
        this.kind = kind;
        this.queries = queries;
    }

    @Override
    public RuleKind<GradeRule> kind() {
        return kind;
    }

    @Override
    public String recordType() {
        return Opportunities.TYPE;
    }

    @Override
    public List<Verdict> verdicts() {
        return Stream.concat(
                        Stream.of(new Verdict(GradeTrialQueries.NONE, Words.of("未定", "None yet"))),
                        Arrays.stream(Grade.values()).map(grade -> new Verdict(grade.name(), grade.words())))
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
    public TrialResult run(List<RuleStretch<GradeRule>> stretches, Viewer viewer, Progress progress) {
        progress.tell(0, 1);
        TrialResult result = queries.run(Span.of(stretches), viewer);
        progress.tell(1, 1);
        return result;
    }

    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo(Opportunities.TYPE, field) == FieldAccess.HIDDEN;
    }
}
