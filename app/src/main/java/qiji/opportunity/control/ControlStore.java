package qiji.opportunity.control;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.STAGE_ANSWER;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.UnmetGate;

/** Writes what was answered, proven and waived. The caller has locked the opportunity. */
@Repository
class ControlStore {
    private final DSLContext jooq;
    private final Clock clock;

    ControlStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    void waive(long id, UnmetGate what, String why, Viewer viewer) {
        jooq.insertInto(GATE_WAIVER)
                .set(GATE_WAIVER.OPPORTUNITY_ID, id)
                .set(GATE_WAIVER.STAGE_ID, what.stageId())
                .set(GATE_WAIVER.KIND, what.kind().name())
                .set(GATE_WAIVER.ITEM, what.item())
                .set(GATE_WAIVER.WHY, why)
                .set(GATE_WAIVER.WAIVED_BY, viewer.userId())
                .set(GATE_WAIVER.WAIVED_AT, clock.instant())
                .execute();
    }

    /** Whether there was such a waiver. */
    boolean withdraw(long id, long waiverId) {
        return jooq.deleteFrom(GATE_WAIVER)
                        .where(GATE_WAIVER.ID.eq(waiverId))
                        .and(GATE_WAIVER.OPPORTUNITY_ID.eq(id))
                        .execute()
                > 0;
    }

    /** Whether it is attached to the opportunity. */
    boolean hasFile(long id, long fileId) {
        return jooq.fetchExists(
                FILE,
                FILE.ID.eq(fileId),
                FILE.RECORD_TYPE.eq(Opportunities.TYPE),
                FILE.RECORD_ID.eq(id),
                FILE.REMOVED_AT.isNull());
    }

    void prove(long id, long stageId, long fileId) {
        jooq.insertInto(EVIDENCE)
                .set(EVIDENCE.OPPORTUNITY_ID, id)
                .set(EVIDENCE.STAGE_ID, stageId)
                .set(EVIDENCE.FILE_ID, fileId)
                .onConflictDoNothing()
                .execute();
    }

    /** Whether it was marked. */
    boolean unmark(long id, long stageId, long fileId) {
        return jooq.deleteFrom(EVIDENCE)
                        .where(EVIDENCE.OPPORTUNITY_ID.eq(id))
                        .and(EVIDENCE.STAGE_ID.eq(stageId))
                        .and(EVIDENCE.FILE_ID.eq(fileId))
                        .execute()
                > 0;
    }

    Optional<String> answered(long id, long stageId, AnswerKind kind, String item) {
        return jooq.select(STAGE_ANSWER.ANSWER)
                .from(STAGE_ANSWER)
                .where(STAGE_ANSWER.OPPORTUNITY_ID.eq(id))
                .and(STAGE_ANSWER.STAGE_ID.eq(stageId))
                .and(STAGE_ANSWER.KIND.eq(kind.name()))
                .and(STAGE_ANSWER.ITEM.eq(item))
                .fetchOptional(STAGE_ANSWER.ANSWER);
    }

    void answer(long id, long stageId, AnswerKind kind, String item, String answer) {
        jooq.insertInto(STAGE_ANSWER)
                .set(STAGE_ANSWER.OPPORTUNITY_ID, id)
                .set(STAGE_ANSWER.STAGE_ID, stageId)
                .set(STAGE_ANSWER.KIND, kind.name())
                .set(STAGE_ANSWER.ITEM, item)
                .set(STAGE_ANSWER.ANSWER, answer)
                .onConflict(STAGE_ANSWER.OPPORTUNITY_ID, STAGE_ANSWER.STAGE_ID, STAGE_ANSWER.KIND, STAGE_ANSWER.ITEM)
                .doUpdate()
                .set(STAGE_ANSWER.ANSWER, answer)
                .execute();
    }

    void forget(long id, long stageId, AnswerKind kind, String item) {
        jooq.deleteFrom(STAGE_ANSWER)
                .where(STAGE_ANSWER.OPPORTUNITY_ID.eq(id))
                .and(STAGE_ANSWER.STAGE_ID.eq(stageId))
                .and(STAGE_ANSWER.KIND.eq(kind.name()))
                .and(STAGE_ANSWER.ITEM.eq(item))
                .execute();
    }
}
