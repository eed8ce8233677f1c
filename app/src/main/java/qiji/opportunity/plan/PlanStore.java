package qiji.opportunity.plan;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.PLAN;
import static db.opportunity.Tables.PLAN_ITEM;
import static db.opportunity.Tables.PLAN_RESOURCE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import db.opportunity.tables.PlanResourceTable;
import db.opportunity.tables.PlanTable;
import db.opportunity.tables.records.PlanItemRecord;
import db.opportunity.tables.records.PlanRecord;
import db.opportunity.tables.records.PlanResourceRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;
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

    /** An item that was to end before now. */
    record Overdue(long id, long opportunityId, long assigneeId, LocalDate endsOn) {}

    /** Items not done of open opportunities that were to end from one day to another, in order after {@code last}. */
    List<Overdue> overdue(LocalDate from, LocalDate to, @Nullable Overdue last, int most, Viewer viewer) {
        return jooq.select(PLAN_ITEM.ID, PLAN_ITEM.OPPORTUNITY_ID, PLAN_ITEM.ASSIGNEE_ID, PLAN_ITEM.ENDS_ON)
                .from(PLAN_ITEM)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(PLAN_ITEM.OPPORTUNITY_ID))
                .where(PLAN_ITEM.DONE_ON.isNull())
                .and(PLAN_ITEM.ASSIGNEE_ID.isNotNull())
                .and(PLAN_ITEM.ENDS_ON.between(from, to))
                .and(
                        last == null
                                ? noCondition()
                                : DSL.row(PLAN_ITEM.ENDS_ON, PLAN_ITEM.ID).gt(last.endsOn(), last.id()))
                .and(OPPORTUNITY.STATUS.eq(OpportunityStatus.OPEN.name()))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .orderBy(PLAN_ITEM.ENDS_ON, PLAN_ITEM.ID)
                .limit(most)
                .fetch(mapping(Overdue::new));
    }

    /** Who is to do it; null also where there is no such item. */
    @Nullable
    Long assignee(long id, long itemId) {
        return jooq.select(PLAN_ITEM.ASSIGNEE_ID)
                .from(PLAN_ITEM)
                .where(PLAN_ITEM.ID.eq(itemId))
                .and(PLAN_ITEM.OPPORTUNITY_ID.eq(id))
                .fetchOne(PLAN_ITEM.ASSIGNEE_ID);
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

    /** Behind those there; whether one was missing. */
    boolean addResources(long id, List<PlanDraft.Resource> more) {
        List<PlanResourceRecord> rows = jooq.selectFrom(PLAN_RESOURCE)
                .where(PLAN_RESOURCE.OPPORTUNITY_ID.eq(id))
                .orderBy(PLAN_RESOURCE.PLACE)
                .fetch();
        int place = rows.isEmpty() ? 0 : rows.getLast().getPlace() + 1;
        boolean any = false;
        for (PlanDraft.Resource wanted : more) {
            boolean there = rows.stream()
                    .anyMatch(row -> row.getKind().equals(wanted.kind().name())
                            && row.getName().equals(wanted.name().strip())
                            && Objects.equals(row.getNeededOn(), wanted.neededOn()));
            if (!there) {
                PlanResourceRecord row = jooq.newRecord(PLAN_RESOURCE);
                row.setOpportunityId(id);
                row.setPlace(place++);
                fill(row, wanted);
                row.store();
                rows.add(row);
                any = true;
            }
        }
        return any;
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
