package qiji.opportunity;

import static db.activity.Tables.ACTIVITY;
import static db.activity.Tables.TASK;
import static db.approval.Tables.REQUEST;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.CASH_MONTH;
import static db.opportunity.Tables.DONE_ACTION;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.LINE;
import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;
import static db.opportunity.Tables.OVERSTAY_NOTICE;
import static db.opportunity.Tables.PLAN;
import static db.opportunity.Tables.RISK;
import static db.opportunity.Tables.STAGE_ANSWER;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.opportunity.grade.Grading;
import qiji.opportunity.lesson.LessonStore;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.rival.RivalStore;
import qiji.platform.Problem;
import qiji.process.Stage;
import qiji.process.Stages;

/** Locks opportunities that the viewer sees, and saves what became of them. A move writes two visits at most. */
@Repository
public class OpportunityStore {
    private final DSLContext jooq;
    private final Stages stages;
    private final RivalStore rivals;
    private final FreshStore fresh;
    private final Grading grading;
    private final LessonStore lessons;
    // Asked for late: what is decided by approval stands on this.
    private final ObjectProvider<Approvals> approvals;

    OpportunityStore(
            DSLContext jooq,
            Stages stages,
            RivalStore rivals,
            FreshStore fresh,
            Grading grading,
            LessonStore lessons,
            ObjectProvider<Approvals> approvals) {
        this.jooq = jooq;
        this.stages = stages;
        this.rivals = rivals;
        this.fresh = fresh;
        this.grading = grading;
        this.lessons = lessons;
        this.approvals = approvals;
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

    public boolean sees(long id, Viewer viewer) {
        return viewer.may(OpportunityPermissions.READ)
                && jooq.fetchExists(OPPORTUNITY, OPPORTUNITY.ID.eq(id), Opportunities.visibleTo(viewer, OPPORTUNITY));
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

    public Relation relation(OpportunityRecord row, Viewer viewer) {
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
            Long from = before.opportunity().stage().key();
            visit(after.id(), from, after.stage().key(), after.stageEnteredAt(), viewer.userId(), reason);
        }
        Rows.write(after, row);
        return save(row, viewer);
    }

    public int save(OpportunityRecord row, Viewer viewer) {
        boolean renamed = row.modified(OPPORTUNITY.NAME) || row.modified(OPPORTUNITY.EXTERNAL_ID);
        if (row.modified(OPPORTUNITY.LOST_TO_COMPETITOR_ID)) {
            rivals.meet(List.of(row));
        }
        Grading.Next graded = grading.judge(row);
        boolean taught = lessons.isToldBy(row);
        boolean given = row.modified(OPPORTUNITY.OWNER_ID);
        row.setVersion(row.getVersion() + 1);
        row.update();
        grading.goOn(graded, row, viewer);
        if (given) {
            approvals
                    .getObject()
                    .owned(
                            new RecordRef(Opportunities.TYPE, row.getId()),
                            Objects.requireNonNullElse(row.getOwnerId(), 0L),
                            viewer);
        }
        if (taught) {
            lessons.learn(row);
        }
        if (renamed) {
            jooq.update(OPPORTUNITY)
                    .set(OpportunityFields.TYPE.searchOf(row))
                    .where(OPPORTUNITY.ID.eq(row.getId()))
                    .execute();
        }
        return row.getVersion();
    }

    /** New ones, numbered unless they say how, each in its stage since it says; their ids in the same order. */
    List<Long> insert(List<OpportunityRecord> rows, Viewer viewer) {
        rows.forEach(grading::judge);
        fresh.insert(rows);
        rivals.meet(rows);
        lessons.learn(rows);
        grading.goOn(rows, viewer);
        return rows.stream().map(OpportunityRecord::getId).toList();
    }

    /**
     * Ends the stay in the stage before, and begins one. A stay ends no earlier than it began, whatever clocks say. It came
     * {@code from} a stage if it was moved; null if a file said so.
     */
    void visit(long id, @Nullable Long from, long stageId, Instant at, long by, @Nullable String reason) {
        jooq.update(STAGE_VISIT)
                .set(STAGE_VISIT.LEFT_AT, greatest(STAGE_VISIT.ENTERED_AT, val(at)))
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(id))
                .and(STAGE_VISIT.LEFT_AT.isNull())
                .execute();
        jooq.insertInto(STAGE_VISIT)
                .set(STAGE_VISIT.OPPORTUNITY_ID, id)
                .set(STAGE_VISIT.STAGE_ID, stageId)
                .set(STAGE_VISIT.FROM_STAGE_ID, from)
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

    /** Whether something besides the import stands on it. */
    boolean isInUse(long id) {
        return jooq.fetchExists(SHARE, SHARE.RECORD_TYPE.eq(Opportunities.TYPE), SHARE.RECORD_ID.eq(id))
                || jooq.fetchExists(ACTIVITY, ACTIVITY.RECORD_TYPE.eq(Opportunities.TYPE), ACTIVITY.RECORD_ID.eq(id))
                || jooq.fetchExists(TASK, TASK.RECORD_TYPE.eq(Opportunities.TYPE), TASK.RECORD_ID.eq(id))
                || jooq.fetchExists(FILE, FILE.RECORD_TYPE.eq(Opportunities.TYPE), FILE.RECORD_ID.eq(id))
                || jooq.fetchExists(
                        REQUEST,
                        REQUEST.RECORD_TYPE.eq(Opportunities.TYPE),
                        REQUEST.RECORD_ID.eq(id),
                        REQUEST.KIND.ne(Grading.KIND).or(REQUEST.STATE.notIn("OPEN", "WITHDRAWN")))
                || jooq.fetchExists(MEMBER, MEMBER.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(OPPORTUNITY_CONTACT, OPPORTUNITY_CONTACT.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(LINE, LINE.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(PLAN, PLAN.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(DONE_ACTION, DONE_ACTION.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(ASSESSMENT, ASSESSMENT.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(RISK, RISK.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(CASH_MONTH, CASH_MONTH.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(STAGE_ANSWER, STAGE_ANSWER.OPPORTUNITY_ID.eq(id))
                || jooq.fetchExists(GATE_WAIVER, GATE_WAIVER.OPPORTUNITY_ID.eq(id))
                || rivals.metByHand(id);
    }

    /** The row that the caller has locked, with its visits; the twin keeps what was. */
    void delete(long id, Viewer viewer) {
        jooq.deleteFrom(STAGE_VISIT).where(STAGE_VISIT.OPPORTUNITY_ID.eq(id)).execute();
        jooq.deleteFrom(OVERSTAY_NOTICE)
                .where(OVERSTAY_NOTICE.OPPORTUNITY_ID.eq(id))
                .execute();
        rivals.forget(id);
        grading.forget(id, viewer);
        lessons.forget(id);
        jooq.deleteFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .execute();
    }
}
