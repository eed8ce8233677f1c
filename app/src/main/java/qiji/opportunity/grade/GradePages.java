package qiji.opportunity.grade;

import db.opportunity.tables.records.OpportunityRecord;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.approval.Chain;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.life.OpportunityStatus;

/** Tells how far the confirmation of a grade has come. */
@Service
class GradePages {
    private final OpportunityStore opportunities;
    private final Approvals approvals;
    private final FieldLabels labels;
    private final Grading grading;

    GradePages(OpportunityStore opportunities, Approvals approvals, FieldLabels labels, Grading grading) {
        this.opportunities = opportunities;
        this.approvals = approvals;
        this.labels = labels;
        this.grading = grading;
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    GradeView get(long id, Viewer viewer) {
        OpportunityRecord row = opportunities.row(id, viewer);
        if (!labels.mayReadAll(viewer, "grade", "gradePending", "gradeState")) {
            return GradeView.HIDDEN;
        }
        Standing standing = Standing.of(row);
        GradeRule rule = grading.rule(row);
        boolean isAsked = standing.state() == GradeState.AWAITING;
        boolean works = standing.isPending()
                && Grading.isAlive(row)
                && opportunities.relation(row, viewer).mayWork(OpportunityPermissions.EDIT);
        return new GradeView(
                standing.grade(),
                standing.pending(),
                standing.state(),
                isAsked
                        ? approvals
                                .pending(Grading.KIND, id)
                                .map(Approvals.Pending::requestId)
                                .orElse(null)
                        : null,
                isAsked || !standing.isPending() || !Grading.isAlive(row) ? List.of() : missing(id, viewer),
                works && !isAsked,
                works && isAsked,
                pace(rule.progressPaces(), row, standing),
                pace(rule.leadingPaces(), row, standing));
    }

    /** Only what is open owes anything. */
    private static Pace pace(Paces paces, OpportunityRecord row, Standing standing) {
        Grade grade = standing.grade();
        boolean isOpen = OpportunityStatus.OPEN.name().equals(row.getStatus());
        return grade == null || !isOpen ? Pace.NONE : paces.of(grade);
    }

    private List<String> missing(long id, Viewer viewer) {
        return approvals.preview(Grading.KIND, id, viewer).levels().stream()
                .map(Chain.Level::missing)
                .filter(Objects::nonNull)
                .toList();
    }
}
