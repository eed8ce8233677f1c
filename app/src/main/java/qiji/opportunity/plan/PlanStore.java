package qiji.opportunity.plan;

import static db.opportunity.Tables.PLAN;
import static db.opportunity.Tables.PLAN_ITEM;
import static db.opportunity.Tables.PLAN_RESOURCE;
import static org.jooq.Records.mapping;

import db.opportunity.tables.PlanResourceTable;
import db.opportunity.tables.PlanTable;
import db.opportunity.tables.records.PlanItemRecord;
import db.opportunity.tables.records.PlanRecord;
import db.opportunity.tables.records.PlanResourceRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.opportunity.schedule.ItemView;
import qiji.opportunity.schedule.ScheduleStore;
import qiji.records.past.AsOf;

/** Reads and writes the plans of opportunities that the caller sees, and has locked to write. */
@Repository
class PlanStore {
    private final DSLContext jooq;
    private final ScheduleStore<PlanItemRecord> items;

    PlanStore(DSLContext jooq) {
        this.jooq = jooq;
        this.items = new ScheduleStore<>(jooq, PLAN_ITEM, PLAN_ITEM.OPPORTUNITY_ID);
    }

    ScheduleStore<PlanItemRecord> items() {
        return items;
    }

    /** As of a moment, null for now. */
    PlanView read(long id, @Nullable Instant moment) {
        PlanTable plan = PLAN.as("plan");
        PlanRecord row = AsOf.at(moment, jooq)
                .select(plan.fields())
                .from(AsOf.rows(PLAN, plan.getName()))
                .where(plan.OPPORTUNITY_ID.eq(id))
                .fetchOneInto(PLAN);
        List<ItemView> planned = items.read(id, moment);
        List<PlanView.Resource> needed = resources(id, moment);
        return row == null
                ? new PlanView(0, null, null, null, needed, null, null, planned)
                : new PlanView(
                        row.getVersion(),
                        row.getPositioning(),
                        row.getChannel(),
                        row.getPrice(),
                        needed,
                        row.getBaselineAt(),
                        ItemView.slipOf(planned),
                        planned);
    }

    private List<PlanView.Resource> resources(long id, @Nullable Instant moment) {
        PlanResourceTable resource = PLAN_RESOURCE.as("resource");
        return AsOf.at(moment, jooq)
                .select(resource.KIND, resource.NAME, resource.QUANTITY, resource.UNIT, resource.NEEDED_ON)
                .from(AsOf.rows(PLAN_RESOURCE, resource.getName()))
                .where(resource.OPPORTUNITY_ID.eq(id))
                .orderBy(resource.PLACE)
                .fetch(mapping((kind, name, quantity, unit, neededOn) ->
                        new PlanView.Resource(ResourceKind.valueOf(kind), name, quantity, unit, neededOn)));
    }

    /** The row to be saved by {@link #save}; a new one of version 0 where nothing is planned yet. */
    PlanRecord row(long id) {
        PlanRecord row = jooq.fetchOne(PLAN, PLAN.OPPORTUNITY_ID.eq(id));
        if (row == null) {
            row = jooq.newRecord(PLAN);
            row.setOpportunityId(id);
            row.setVersion(0);
        }
        return row;
    }

    /** The new version. */
    int save(PlanRecord row) {
        row.setVersion(row.getVersion() + 1);
        row.store();
        return row.getVersion();
    }

    /** In the order of the list; what stays as it was is no change. */
    void saveResources(long id, List<PlanDraft.Resource> wanted) {
        List<PlanResourceRecord> rows = jooq.selectFrom(PLAN_RESOURCE)
                .where(PLAN_RESOURCE.OPPORTUNITY_ID.eq(id))
                .orderBy(PLAN_RESOURCE.PLACE)
                .fetch();
        for (int place = 0; place < Math.max(rows.size(), wanted.size()); place++) {
            if (place >= wanted.size()) {
                rows.get(place).delete();
            } else {
                PlanResourceRecord row = place < rows.size() ? rows.get(place) : jooq.newRecord(PLAN_RESOURCE);
                row.setOpportunityId(id);
                row.setPlace(place);
                fill(row, wanted.get(place));
                row.store();
            }
        }
    }

    private static void fill(PlanResourceRecord row, PlanDraft.Resource wanted) {
        row.setKind(wanted.kind().name());
        row.setName(wanted.name().strip());
        BigDecimal quantity = wanted.quantity();
        row.setQuantity(quantity == null ? null : quantity.setScale(2));
        row.setUnit(wanted.unit());
        row.setNeededOn(wanted.neededOn());
    }
}
