package qiji.opportunity.gate;

import db.opportunity.tables.records.GateApprovalRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.OpportunityStore;
import qiji.platform.Words;
import qiji.records.Records;

/** That an opportunity may enter a stage is decided by others, where its gate says so. [D5 D9] */
@Component
class StageApproval implements ApprovalSubject {
    static final String KIND = "stage-gate";

    /** What is decided by. */
    private static final List<String> FIELDS = List.of(
            "name",
            "customer",
            "owner",
            "department",
            "stage",
            "status",
            "validityState",
            "expectedAmount",
            "committedAmount",
            "customerBudget",
            "expectedSignOn",
            "lastFollowUpAt");

    private final GateApprovalStore approvals;
    private final OpportunityStore store;
    private final Records records;

    StageApproval(GateApprovalStore approvals, OpportunityStore store, Records records) {
        this.approvals = approvals;
        this.store = store;
        this.records = records;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Words words() {
        return Words.of("进入阶段", "Enter a stage");
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        GateApprovalRecord asked = approvals.get(id);
        OpportunityRecord row = store.row(asked.getOpportunityId(), viewer);
        return new Matter(
                new RecordRef(Opportunities.TYPE, row.getId()),
                row.getName(),
                row.getExpectedAmount(),
                null,
                row.getDepartmentId(),
                Objects.requireNonNullElse(row.getOwnerId(), 0L),
                snapshot(row.getId(), viewer));
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
        store.lock(approvals.get(id).getOpportunityId(), Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        if (decision.outcome() == Outcome.APPROVED) {
            approvals.approve(id);
        }
    }
}
