package qiji.opportunity.grade;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.trial.OpportunityTrial;
import qiji.opportunity.trial.Span;
import qiji.platform.Words;
import qiji.rule.TrialResult;

/** Which opportunities a draft of the rule would have graded otherwise, while they were open or deferred. [X7] */
@Component
class GradeTrial extends OpportunityTrial<GradeRule> {
    private final GradeTrialQueries queries;

    GradeTrial(GradeRuleKind kind, GradeTrialQueries queries, FieldLabels labels) {
        super(kind, labels, "customerBudget", "expectedAmount", "lineCount", "status", "owner");
        this.queries = queries;
    }

    @Override
    public List<Verdict> verdicts() {
        return Stream.concat(
                        Stream.of(new Verdict(GradeTrialQueries.NONE, Words.of("未定", "None yet"))),
                        Arrays.stream(Grade.values()).map(grade -> new Verdict(grade.name(), grade.words())))
                .toList();
    }

    @Override
    protected TrialResult judge(List<Span<GradeRule>> spans, Viewer viewer) {
        return queries.run(spans, viewer);
    }
}
