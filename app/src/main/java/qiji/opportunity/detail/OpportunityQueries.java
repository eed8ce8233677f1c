package qiji.opportunity.detail;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.organization.Tables.APP_USER;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityFields;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Problem;
import qiji.records.Records;
import qiji.records.past.AsOf;

/** One opportunity, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
public class OpportunityQueries {
    private static final Records.ReadBeside<OpportunityTable> BESIDE = OpportunityQueries::beside;

    private final DSLContext jooq;
    private final Records records;

    OpportunityQueries(DSLContext jooq, Records records) {
        this.jooq = jooq;
        this.records = records;
    }

    /** All that the page of an opportunity needs to know of it; its {@code role} is that of the viewer in the team. */
    record Whole(
            OpportunityRecord row,
            Map<String, @Nullable Object> values,
            @Nullable MemberRole role,
            List<Stay> stays,
            Map<Long, Set<String>> doneActions,
            List<String> fileNames,
            Set<UnmetGate> waived) {}

    /** A stay in a stage; the one that goes on has not ended. */
    record Stay(long stageId, Instant enteredAt, @Nullable Instant leftAt) {}

    /** By one statement, as it was at {@code moment}, null for now. Throws NOT_FOUND. */
    Whole get(long id, @Nullable Instant moment, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        Records.One one = records.one(OpportunityFields.TYPE, id, moment, viewer, BESIDE);
        List<? extends @Nullable Object> beside = one.beside();
        int columns = OPPORTUNITY.fields().length;
        OpportunityRecord row = new OpportunityRecord();
        row.fromArray(beside.subList(0, columns).toArray());
        List<? extends @Nullable Object> further = beside.subList(columns, beside.size());
        String role = (String) further.get(0);
        return new Whole(
                row,
                one.values(),
                role == null ? null : MemberRole.valueOf(role),
                of(further.get(1)),
                of(further.get(2)),
                of(further.get(3)),
                of(further.get(4)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T of(@Nullable Object read) {
        return (T) requireNonNull(read);
    }

    private static List<Field<?>> beside(OpportunityTable o, Viewer viewer, @Nullable Instant moment) {
        List<Field<?>> beside = new ArrayList<>(List.of(o.fields()));
        beside.add(OpportunityStore.roleOf(viewer, o.ID));
        beside.add(stays(o.ID, moment));
        beside.add(GateKeeper.doneActions(o.ID));
        beside.add(GateKeeper.fileNames(o.ID));
        beside.add(GateKeeper.waivers(o.ID));
        return beside;
    }

    /** Up to {@code moment}, null for now. */
    private static Field<List<Stay>> stays(Field<Long> id, @Nullable Instant moment) {
        return multiset(select(STAGE_VISIT.STAGE_ID, STAGE_VISIT.ENTERED_AT, STAGE_VISIT.LEFT_AT)
                        .from(STAGE_VISIT)
                        .where(STAGE_VISIT.OPPORTUNITY_ID.eq(id))
                        .and(moment == null ? noCondition() : STAGE_VISIT.ENTERED_AT.le(moment))
                        .orderBy(STAGE_VISIT.ENTERED_AT, STAGE_VISIT.ID))
                .convertFrom(rows -> rows.map(stay -> new Stay(
                        stay.value1(),
                        stay.value2(),
                        moment != null && stay.value3() != null && stay.value3().isAfter(moment)
                                ? null
                                : stay.value3())));
    }

    /** Throws NOT_FOUND. The first line of every answer about what belongs to an opportunity. */
    public void mustSee(long id, Viewer viewer) {
        mustSee(id, null, viewer);
    }

    /** The same, of what it was at {@code moment}; null for now. */
    public void mustSee(long id, @Nullable Instant moment, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        if (!AsOf.at(moment, jooq)
                .fetchExists(selectOne()
                        .from(AsOf.rows(OPPORTUNITY, o.getName()))
                        .where(o.ID.eq(id))
                        .and(Opportunities.visibleTo(viewer, o)))) {
            throw Problem.notFound();
        }
    }

    /** What a user is called; names of colleagues are no secret. */
    @Nullable
    String userName(long userId, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        return jooq.select(APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOne(APP_USER.NAME);
    }
}
