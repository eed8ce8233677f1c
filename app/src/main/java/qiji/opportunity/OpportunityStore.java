package qiji.opportunity;

import static db.activity.Tables.ACTIVITY;
import static db.activity.Tables.TASK;
import static db.approval.Tables.REQUEST;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import db.opportunity.tables.records.StageVisitRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.rival.RivalStore;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.process.Stage;
import qiji.process.StageUsage;
import qiji.process.Stages;

/** Locks opportunities that the viewer sees, and saves what became of them. A move writes two visits at most. */
@Repository
public class OpportunityStore implements StageUsage {
    public static final int MOST_WOKEN = 1000;

    private final DSLContext jooq;
    private final Stages stages;
    private final RivalStore rivals;

    OpportunityStore(DSLContext jooq, Stages stages, RivalStore rivals) {
        this.jooq = jooq;
        this.stages = stages;
        this.rivals = rivals;
    }

    /** Throws NOT_FOUND, also for what the viewer may not see. */
    public OpportunityRecord row(long id, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        return jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Locked until the transaction ends. Throws NOT_FOUND, also for what the viewer may not see. */
    public Held lock(long id, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        OpportunityRecord row = jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .forUpdate()
                .fetchOne();
        if (row == null) {
            throw Problem.notFound();
        }
        return new Held(row, Rows.opportunity(row, stages), relation(row, viewer));
    }

    Relation relation(OpportunityRecord row, Viewer viewer) {
        String role = jooq.fetchValue(roleOf(viewer, val(row.getId())));
        return Relation.of(viewer, row, role == null ? null : MemberRole.valueOf(role));
    }

    /** What the viewer is in the team of an opportunity, within a statement. */
    public static Field<String> roleOf(Viewer viewer, Field<Long> opportunity) {
        return field(select(MEMBER.ROLE)
                .from(MEMBER)
                .where(MEMBER.OPPORTUNITY_ID.eq(opportunity))
                .and(MEMBER.USER_ID.eq(viewer.userId())));
    }

    /** Saves the row with what the rules made of it; a stage entered is kept as a visit. The new version. */
    public int save(Held before, Opportunity after, Viewer viewer, @Nullable String reason) {
        OpportunityRecord row = before.row();
        if (after.stage().key() != before.opportunity().stage().key()) {
            visit(after.id(), after.stage().key(), after.stageEnteredAt(), viewer.userId(), reason);
        }
        Rows.write(after, row);
        return save(row);
    }

    public int save(OpportunityRecord row) {
        boolean renamed = row.modified(OPPORTUNITY.NAME) || row.modified(OPPORTUNITY.EXTERNAL_ID);
        if (row.modified(OPPORTUNITY.LOST_TO_COMPETITOR_ID)) {
            rivals.meet(List.of(row));
        }
        row.setVersion(row.getVersion() + 1);
        row.update();
        if (renamed) {
            jooq.update(OPPORTUNITY)
                    .set(OpportunityFields.TYPE.searchOf(row))
                    .where(OPPORTUNITY.ID.eq(row.getId()))
                    .execute();
        }
        return row.getVersion();
    }

    /** New ones, numbered unless they say how, each in its stage since it says; their ids in the same order. */
    List<Long> insert(List<OpportunityRecord> rows) {
        number(rows);
        if (rows.size() == 1) {
            return List.of(insert(rows.getFirst()));
        }
        rows.stream().collect(Collectors.groupingBy(OpportunityStore::given)).forEach(this::insertAlike);
        Map<String, Long> ids = jooq.select(OPPORTUNITY.NUMBER, OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.NUMBER.eq(
                        DSL.any(rows.stream().map(OpportunityRecord::getNumber).toArray(String[]::new))))
                .fetchMap(OPPORTUNITY.NUMBER, OPPORTUNITY.ID);
        List<StageVisitRecord> visits = new ArrayList<>();
        for (OpportunityRecord row : rows) {
            row.setId(Objects.requireNonNull(ids.get(row.getNumber())));
            visits.add(firstVisit(row));
        }
        jooq.batchInsert(visits).execute();
        rivals.meet(rows);
        return rows.stream().map(OpportunityRecord::getId).toList();
    }

    /** Alone it needs no second look for its id. */
    private long insert(OpportunityRecord row) {
        row.setId(jooq.insertInto(OPPORTUNITY)
                .set(row)
                .set(OpportunityFields.TYPE.searchOf(row))
                .returningResult(OPPORTUNITY.ID)
                .fetchSingle(OPPORTUNITY.ID));
        jooq.executeInsert(firstVisit(row));
        rivals.meet(List.of(row));
        return row.getId();
    }

    private static List<Field<?>> given(OpportunityRecord row) {
        return Arrays.stream(row.fields()).filter(row::modified).toList();
    }

    /** Rows that give the same columns, with one statement that the database plans once. */
    private void insertAlike(List<Field<?>> given, List<OpportunityRecord> rows) {
        List<Field<?>> columns = new ArrayList<>(given);
        columns.add(OPPORTUNITY.SEARCH);
        List<Field<?>> places =
                new ArrayList<>(given.stream().map(column -> val(null, column)).toList());
        places.add(DSL.field("{0}::tsvector", Object.class, val((String) null)));
        BatchBindStep batch =
                jooq.batch(jooq.insertInto(OPPORTUNITY).columns(columns).values(places));
        for (OpportunityRecord row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            given.forEach(column -> values.add(row.get(column)));
            values.add(OpportunityFields.TYPE.searchVector(row));
            batch = batch.bind(values.toArray());
        }
        batch.execute();
    }

    private static StageVisitRecord firstVisit(OpportunityRecord row) {
        StageVisitRecord visit = new StageVisitRecord();
        visit.setOpportunityId(row.getId());
        visit.setStageId(row.getStageId());
        visit.setEnteredAt(row.getStageEnteredAt());
        visit.setEnteredBy(row.getCreatedBy());
        return visit;
    }

    /** Ends the stay in the stage before, and begins one. A stay ends no earlier than it began, whatever clocks say. */
    void visit(long id, long stageId, Instant at, long by, @Nullable String reason) {
        jooq.update(STAGE_VISIT)
                .set(STAGE_VISIT.LEFT_AT, greatest(STAGE_VISIT.ENTERED_AT, val(at)))
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(id))
                .and(STAGE_VISIT.LEFT_AT.isNull())
                .execute();
        jooq.insertInto(STAGE_VISIT)
                .set(STAGE_VISIT.OPPORTUNITY_ID, id)
                .set(STAGE_VISIT.STAGE_ID, stageId)
                .set(STAGE_VISIT.ENTERED_AT, at)
                .set(STAGE_VISIT.ENTERED_BY, by)
                .set(STAGE_VISIT.REASON, reason)
                .execute();
    }

    /** The last stage that it was in before the final one; of one imported as won, the stage before the final one. */
    public Stage lastOpenStage(Opportunity opportunity) {
        if (!opportunity.stage().isFinal()) {
            return opportunity.stage();
        }
        return jooq.select(STAGE_VISIT.STAGE_ID)
                .from(STAGE_VISIT)
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(opportunity.id()))
                .and(STAGE_VISIT.STAGE_ID.ne(opportunity.stage().key()))
                .orderBy(STAGE_VISIT.ENTERED_AT.desc(), STAGE_VISIT.ID.desc())
                .limit(1)
                .fetchOptional(STAGE_VISIT.STAGE_ID)
                .flatMap(opportunity.process()::findStage)
                .or(() -> opportunity.process().before(opportunity.stage()))
                .orElse(opportunity.process().first());
    }

    /** {@code SJ-yyyyMM-nnnnnn} of the month; the series goes on over months, so nobody waits for anybody. */
    private void number(List<OpportunityRecord> rows) {
        List<OpportunityRecord> unnumbered =
                rows.stream().filter(row -> row.getNumber() == null).toList();
        List<Long> next = jooq.nextvals(db.opportunity.Sequences.NUMBER_SERIES, unnumbered.size());
        for (int i = 0; i < next.size(); i++) {
            OpportunityRecord row = unnumbered.get(i);
            LocalDate day = LocalDate.ofInstant(row.getCreatedAt(), Time.ZONE);
            row.setNumber("SJ-%tY%<tm-%06d".formatted(day, next.get(i)));
        }
    }

    /** The deferred ones whose wake-up date has come, at most a thousand at once. */
    public List<Long> deferredUntil(LocalDate day, Viewer viewer) {
        return jooq.select(OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.STATUS.eq(OpportunityStatus.DEFERRED.name()))
                .and(OPPORTUNITY.WAKE_UP_ON.le(day))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .orderBy(OPPORTUNITY.WAKE_UP_ON, OPPORTUNITY.ID)
                .limit(MOST_WOKEN)
                .fetch(OPPORTUNITY.ID);
    }

    /** Whether its owner still works here. */
    public boolean hasOwner(OpportunityRecord row) {
        return jooq.fetchExists(APP_USER, APP_USER.ID.eq(row.getOwnerId()), APP_USER.STATE.eq("ACTIVE"));
    }

    @Override
    public Set<Long> usedOf(Collection<Long> stageIds) {
        if (stageIds.isEmpty()) {
            return Set.of();
        }
        return jooq
                .selectDistinct(STAGE_VISIT.STAGE_ID)
                .from(STAGE_VISIT)
                .where(STAGE_VISIT.STAGE_ID.eq(DSL.any(stageIds.toArray(Long[]::new))))
                .stream()
                .map(row -> row.value1())
                .collect(Collectors.toSet());
    }

    /** Whether something besides the import stands on it. */
    boolean isInUse(long id) {
        return jooq.fetchExists(SHARE, SHARE.RECORD_TYPE.eq(Opportunities.TYPE), SHARE.RECORD_ID.eq(id))
                || jooq.fetchExists(ACTIVITY, ACTIVITY.RECORD_TYPE.eq(Opportunities.TYPE), ACTIVITY.RECORD_ID.eq(id))
                || jooq.fetchExists(TASK, TASK.RECORD_TYPE.eq(Opportunities.TYPE), TASK.RECORD_ID.eq(id))
                || jooq.fetchExists(FILE, FILE.RECORD_TYPE.eq(Opportunities.TYPE), FILE.RECORD_ID.eq(id))
                || jooq.fetchExists(REQUEST, REQUEST.RECORD_TYPE.eq(Opportunities.TYPE), REQUEST.RECORD_ID.eq(id))
                || jooq.fetchExists(MEMBER, MEMBER.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(OPPORTUNITY_CONTACT, OPPORTUNITY_CONTACT.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(LINE, LINE.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(DONE_ACTION, DONE_ACTION.OPPORTUNITY_ID.eq(id))
                || rivals.metByHand(id);
    }

    /** The row that the caller has locked, with its visits; the twin keeps what was. */
    void delete(long id, Viewer viewer) {
        jooq.deleteFrom(STAGE_VISIT).where(STAGE_VISIT.OPPORTUNITY_ID.eq(id)).execute();
        rivals.forget(id);
        jooq.deleteFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .execute();
    }
}
