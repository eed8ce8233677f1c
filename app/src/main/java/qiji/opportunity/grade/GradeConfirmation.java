package qiji.opportunity.grade;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalPlan.Flow;
import qiji.approval.ApprovalPlan.Level;
import qiji.approval.ApprovalSubject;
import qiji.approval.Mode;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.OpportunityStore;
import qiji.platform.Words;
import qiji.records.Records;

/** A grade is confirmed by the role that the rule names for it, unless the plan of approvals says otherwise. [D3 D9] */
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
    private final Records records;
    private final Grades grades;
    private final Grading grading;

    GradeConfirmation(OpportunityStore store, Records records, Grades grades, Grading grading) {
        this.store = store;
        this.records = records;
        this.grades = grades;
        this.grading = grading;
    }

    @Override
    public String kind() {
        return Grading.KIND;
    }

    @Override
    public Words words() {
        return Words.of("商机定级确认", "Confirm a grade");
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
    public Map<String, Words> grades() {
        return Grade.byCode();
    }

    /** The role tells the grade. */
    @Override
    public boolean mayReadChain(Viewer viewer) {
        return !records.readable(Opportunities.TYPE, List.of("grade"), viewer).isEmpty();
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        OpportunityRecord row = store.row(id, viewer);
        return new Matter(
                new RecordRef(Opportunities.TYPE, id),
                row.getName(),
                row.getExpectedAmount(),
                Standing.name(Standing.of(row).decidedAs()),
                row.getDepartmentId(),
                Objects.requireNonNullElse(row.getOwnerId(), 0L),
                snapshot(id, viewer));
    }

    private Map<String, @Nullable Object> snapshot(long id, Viewer viewer) {
        List<String> readable = records.readable(Opportunities.TYPE, FIELDS, viewer);
        Map<String, @Nullable Object> values = records.query(OpportunityFields.TYPE, viewer)
                .withArchived()
                .fields(readable)
                .only(List.of(id))
                .page(1, null)
                .rows()
                .getFirst();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        readable.forEach(field -> kept.put(field, values.get(field)));
        return kept;
    }

    @Override
    public void lock(long id) {
        store.lock(id, Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        grades.decided(id, decision.outcome(), decider);
    }
}
