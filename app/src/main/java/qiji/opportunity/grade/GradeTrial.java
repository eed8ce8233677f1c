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

/**
 * Which opportunities a draft of the rule would have graded otherwise, or asked other duties of, while they were open or
 * deferred. [X7]
 */
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
                        Arrays.stream(Grade.values()).flatMap(GradeTrial::verdicts))
                .toList();
    }

    private static Stream<Verdict> verdicts(Grade grade) {
        Stream<Verdict> withDuties = Arrays.stream(Pace.values())
                .flatMap(progress -> Arrays.stream(Pace.values()).map(leading -> verdict(grade, progress, leading)));
        return Stream.concat(Stream.of(new Verdict(grade.name(), grade.words())), withDuties);
    }

    private static Verdict verdict(Grade grade, Pace progress, Pace leading) {
        Words words = Words.of("%s（进展%s，领导跟进%s）", "%s (progress: %s; leader: %s)")
                .with(grade.words(), progress.words(), leading.words());
        return new Verdict(told(grade, progress, leading), words);
    }

    /** The code of a grade with the duties that the rule asks of it. */
    static String told(Grade grade, GradeRule rule) {
        return told(grade, rule.progressPaces().of(grade), rule.leadingPaces().of(grade));
    }

    private static String told(Grade grade, Pace progress, Pace leading) {
        return grade.name() + " " + progress.name() + " " + leading.name();
    }

    @Override
    protected TrialResult judge(List<Span<GradeRule>> spans, Viewer viewer) {
        return queries.run(spans, viewer);
    }
}
