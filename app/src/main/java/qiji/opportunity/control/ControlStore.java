package qiji.opportunity.control;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.EVIDENCE;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.STAGE_ANSWER;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.process.Tables.STAGE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import db.process.tables.StageTable;
import java.time.Clock;
import java.util.Optional;
import org.jooq.Condition;
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

    /** Whether there was such a waiver. One that let a move through is kept, and stays counted. */
    boolean withdraw(long id, long waiverId) {
        Condition standing = GATE_WAIVER
                .ID
                .eq(waiverId)
                .and(GATE_WAIVER.OPPORTUNITY_ID.eq(id))
                .and(GATE_WAIVER.WITHDRAWN_AT.isNull());
        return jooq.update(GATE_WAIVER)
                                .set(GATE_WAIVER.WITHDRAWN_AT, clock.instant())
                                .where(standing)
                                .and(letAMoveThrough())
                                .execute()
                        + jooq.deleteFrom(GATE_WAIVER).where(standing).execute()
                > 0;
    }

    /** Since it was given, the opportunity was moved into its stage or past it. */
    private static Condition letAMoveThrough() {
        StageTable waived = STAGE.as("waived");
        StageTable left = STAGE.as("left_stage");
        StageTable entered = STAGE.as("entered");
        return exists(selectOne()
                .from(STAGE_VISIT)
                .join(waived)
                .on(waived.ID.eq(GATE_WAIVER.STAGE_ID))
                .join(left)
                .on(left.ID.eq(STAGE_VISIT.FROM_STAGE_ID))
                .join(entered)
                .on(entered.ID.eq(STAGE_VISIT.STAGE_ID))
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(GATE_WAIVER.OPPORTUNITY_ID))
                .and(STAGE_VISIT.ENTERED_AT.ge(GATE_WAIVER.WAIVED_AT))
                .and(entered.PROCESS_ID.eq(waived.PROCESS_ID))
                .and(entered.POSITION.ge(waived.POSITION))
                .and(left.PROCESS_ID.ne(waived.PROCESS_ID).or(left.POSITION.lt(waived.POSITION))));
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
