package qiji.opportunity.grade;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalPlan.Flow;
import qiji.approval.ApprovalPlan.Level;
import qiji.approval.ApprovalSubject;
import qiji.approval.Mode;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Matters;
import qiji.opportunity.OpportunityStore;
import qiji.platform.Words;

/**
 * A grade is confirmed by the role that the rule names for it, unless the plan of approvals says otherwise; with it the
 * assessment that goes along. [D3 D9 S18]
 */
@Component
class GradeConfirmation implements ApprovalSubject {
    private static final int DAYS = 3;

    /** What is confirmed, and what it is judged by. */
    private static final List<String> FIELDS = List.of(
            "name",
            "customer",
            "owner",
            "department",
            "stage",
            "grade",
            "gradePending",
            "expectedAmount",
            "customerBudget",
            "lineCount",
            "expectedSignOn");

    private final OpportunityStore store;
    private final Matters matters;
    private final FieldLabels labels;
    private final Grades grades;
    private final Grading grading;
    private final Along along;

    GradeConfirmation(
            OpportunityStore store, Matters matters, FieldLabels labels, Grades grades, Grading grading, Along along) {
        this.store = store;
        this.matters = matters;
        this.labels = labels;
        this.grades = grades;
        this.grading = grading;
        this.along = along;
    }

    @Override
    public String kind() {
        return Grading.KIND;
    }

    @Override
    public Words words() {
        return Words.of("商机确认", "Confirm an opportunity");
    }

    @Override
    public List<Flow> shipped() {
        return List.of();
    }

    /** Where only owner and sender hold the role, those who confirm heavier grades are asked. */
    @Override
    public List<Level> levels(Matter matter) {
        String code = matter.grade();
        if (code == null) {
            return List.of();
        }
        Grade grade = Grade.valueOf(code);
        GradeRule rule = grading.rule(store.row(matter.about().id(), Viewer.system("approval")));
        String role = rule.confirmer(grade);
        if (role == null) {
            return List.of();
        }
        String[] above = Arrays.stream(Grade.values())
                .filter(heavier -> heavier.compareTo(grade) > 0)
                .map(rule::confirmer)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return List.of(Level.role(role, Mode.ANY, DAYS, above));
    }

    @Override
    public Optional<Long> sender(long id) {
        return along.sender(id);
    }

    @Override
    public List<Words> reasons() {
        return List.of(Grading.OVERTAKEN, Grades.WITH_ASSESSMENT);
    }

    @Override
    public Map<String, Words> grades() {
        return Grade.byCode();
    }

    /** It says why, as the grade does. */
    @Override
    public Optional<String> noteField() {
        return Optional.of("grade");
    }

    /** The role tells the grade. */
    @Override
    public boolean mayReadChain(Viewer viewer) {
        return labels.mayRead("grade", viewer);
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        return matter(id, along.snapshot(id, viewer), viewer);
    }

    @Override
    public Matter now(long id, Viewer viewer) {
        return matter(id, along.last(id, viewer), viewer);
    }

    private Matter matter(long id, Map<String, @Nullable Object> beside, Viewer viewer) {
        String grade = Standing.name(Standing.of(store.row(id, viewer)).decidedAs());
        Map<String, @Nullable Object> snapshot = matters.snapshot(id, FIELDS, viewer);
        snapshot.putAll(beside);
        return matters.of(store.row(id, viewer), grade, snapshot);
    }

    @Override
    public Map<String, Words> labels() {
        return along.labels();
    }

    @Override
    public void lock(long id) {
        store.lock(id, Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        grades.decided(id, decision.outcome(), decider);
        along.decided(id, decision, decider);
    }
}
