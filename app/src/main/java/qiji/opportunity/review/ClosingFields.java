package qiji.opportunity.review;

import static db.approval.Tables.REQUEST;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static qiji.records.Fields.bool;
import static qiji.records.Fields.date;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.reference;

import db.approval.tables.RequestTable;
import db.opportunity.tables.OpportunityTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.opportunity.Opportunities;
import qiji.organization.UserFields;
import qiji.records.FieldOf;
import qiji.records.past.AsOf;

/** What lists know of endings: the measure that follows, whether a decision waits, how often it was changed. [D9 D12] */
public final class ClosingFields {
    private ClosingFields() {}

    public static List<FieldOf<OpportunityTable>> fields() {
        return List.of(
                reference(
                                "preventionOwner",
                                "预防措施责任人",
                                "Measure taken by",
                                (OpportunityTable o) -> o.PREVENTION_OWNER_ID,
                                () -> UserFields.TYPE)
                        .importedOnly(),
                date("preventionDueOn", "预防措施期限", "Measure due on", (OpportunityTable o) -> o.PREVENTION_DUE_ON)
                        .importedOnly(),
                bool("approvalPending", "审批中", "Approval pending", ClosingFields::isPending)
                        .foundBy(ClosingFields::where)
                        .readOnly()
                        .hiddenFromImport(),
                integer("version", "修改次数", "Times changed", (OpportunityTable o) -> o.VERSION)
                        .readOnly()
                        .hiddenFromImport());
    }

    /** At a past moment, what waited then. */
    private static Field<Boolean> isPending(OpportunityTable o) {
        RequestTable request = REQUEST.as("pending");
        return field(exists(selectOne().from(request).where(about(request)).and(request.RECORD_ID.eq(o.ID))));
    }

    /** The other way round, since few wait: from the requests to their records. */
    private static Condition where(OpportunityTable o, String pending) {
        RequestTable request = REQUEST.as("pending");
        var waiting = select(request.RECORD_ID).from(request).where(about(request));
        return Boolean.parseBoolean(pending) ? o.ID.in(waiting) : o.ID.notIn(waiting);
    }

    private static Condition about(RequestTable request) {
        return request.RECORD_TYPE
                .eq(inline(Opportunities.TYPE))
                .and(AsOf.goesOn(request.ASKED_AT, request.FINISHED_AT));
    }
}
