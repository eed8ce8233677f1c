package qiji.opportunity.gate;

import static db.opportunity.Tables.GATE_APPROVAL;
import static org.jooq.impl.DSL.any;

import db.opportunity.tables.records.GateApprovalRecord;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** The decisions asked for to enter stages. The caller has locked the opportunity. */
@Repository
class GateApprovalStore {
    private final DSLContext jooq;
    private final Clock clock;

    GateApprovalStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    GateApprovalRecord get(long id) {
        return jooq.fetchOptional(GATE_APPROVAL, GATE_APPROVAL.ID.eq(id)).orElseThrow(Problem::notFound);
    }

    /** The one asked for that stage and not used up yet, else a new one. */
    long current(long opportunityId, long stageId, Viewer viewer) {
        return jooq.select(GATE_APPROVAL.ID)
                .from(GATE_APPROVAL)
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(opportunityId))
                .and(GATE_APPROVAL.STAGE_ID.eq(stageId))
                .and(GATE_APPROVAL.USED_AT.isNull())
                .fetchOptional(GATE_APPROVAL.ID)
                .orElseGet(() -> jooq.insertInto(GATE_APPROVAL)
                        .set(GATE_APPROVAL.OPPORTUNITY_ID, opportunityId)
                        .set(GATE_APPROVAL.STAGE_ID, stageId)
                        .set(GATE_APPROVAL.ASKED_BY, viewer.userId())
                        .set(GATE_APPROVAL.ASKED_AT, clock.instant())
                        .returningResult(GATE_APPROVAL.ID)
                        .fetchSingle(GATE_APPROVAL.ID));
    }

    void approve(long id) {
        jooq.update(GATE_APPROVAL)
                .set(GATE_APPROVAL.APPROVED_AT, clock.instant())
                .where(GATE_APPROVAL.ID.eq(id))
                .execute();
    }

    /** Those of stages entered now: the next time they are to be asked for anew. */
    void use(long opportunityId, List<Long> stageIds) {
        jooq.update(GATE_APPROVAL)
                .set(GATE_APPROVAL.USED_AT, clock.instant())
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(opportunityId))
                .and(GATE_APPROVAL.STAGE_ID.eq(any(stageIds.toArray(Long[]::new))))
                .and(GATE_APPROVAL.APPROVED_AT.isNotNull())
                .and(GATE_APPROVAL.USED_AT.isNull())
                .execute();
    }

    /** What may still wait for its decision. */
    List<Long> unused(long opportunityId) {
        return jooq.select(GATE_APPROVAL.ID)
                .from(GATE_APPROVAL)
                .where(GATE_APPROVAL.OPPORTUNITY_ID.eq(opportunityId))
                .and(GATE_APPROVAL.APPROVED_AT.isNull())
                .and(GATE_APPROVAL.USED_AT.isNull())
                .fetch(GATE_APPROVAL.ID);
    }
}
