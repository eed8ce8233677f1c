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

/** Tells how far the confirmation of a grade has come. */
@Service
class GradePages {
    private final OpportunityStore opportunities;
    private final Approvals approvals;
    private final FieldLabels labels;

    GradePages(OpportunityStore opportunities, Approvals approvals, FieldLabels labels) {
        this.opportunities = opportunities;
        this.approvals = approvals;
        this.labels = labels;
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    GradeView get(long id, Viewer viewer) {
        OpportunityRecord row = opportunities.row(id, viewer);
        if (!labels.mayReadAll(viewer, "grade", "gradePending", "gradeState")) {
            return GradeView.HIDDEN;
        }
        Standing standing = Standing.of(row);
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
                works && isAsked);
    }

    private List<String> missing(long id, Viewer viewer) {
        return approvals.preview(Grading.KIND, id, viewer).levels().stream()
                .map(Chain.Level::missing)
                .filter(Objects::nonNull)
                .toList();
    }
}
