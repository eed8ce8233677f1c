package qiji.opportunity.risk;

import static db.opportunity.Tables.RISK;
import static db.organization.Tables.APP_USER;

import db.opportunity.tables.records.RiskRecord;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.platform.Problem;

/** Writes the risks of opportunities that the caller has locked. */
@Repository
class RiskStore {
    private final DSLContext jooq;

    RiskStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    RiskRecord fresh(long opportunityId, long by) {
        RiskRecord row = jooq.newRecord(RISK);
        row.setOpportunityId(opportunityId);
        row.setCreatedBy(by);
        return row;
    }

    int count(long opportunityId) {
        return jooq.fetchCount(RISK, RISK.OPPORTUNITY_ID.eq(opportunityId));
    }

    /** Throws NOT_FOUND, also for one of another opportunity. */
    RiskRecord get(long opportunityId, long id) {
        return jooq.fetchOptional(RISK, RISK.ID.eq(id).and(RISK.OPPORTUNITY_ID.eq(opportunityId)))
                .orElseThrow(Problem::notFound);
    }

    void save(RiskRecord row, RiskDraft draft) {
        row.setTitle(draft.title());
        row.setProbability(draft.probability());
        row.setImpact(draft.impact());
        row.setOwnerId(draft.ownerId());
        row.setMitigation(draft.mitigation());
        row.setState(Objects.requireNonNullElse(draft.state(), RiskState.OPEN).name());
        row.store();
    }

    /** Also one who has left, where they owned it already. */
    boolean isOwner(long userId) {
        return jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.STATE.eq("ACTIVE")));
    }
}
