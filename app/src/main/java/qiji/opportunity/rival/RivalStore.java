package qiji.opportunity.rival;

import static db.competitor.Tables.COMPETITOR;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RIVAL;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import db.opportunity.tables.records.OpportunityRecord;
import db.opportunity.tables.records.RivalRecord;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.platform.Problem;

/** Writes the competitors of opportunities that the caller has locked. */
@Repository
public class RivalStore {
    private final DSLContext jooq;

    RivalStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** In use, or met here already: one that was archived since can still be spoken of. */
    public boolean isKnown(long id, long competitorId) {
        return jooq.fetchExists(
                COMPETITOR,
                COMPETITOR.ID.eq(competitorId),
                COMPETITOR
                        .ARCHIVED_AT
                        .isNull()
                        .or(exists(selectOne()
                                .from(RIVAL)
                                .where(RIVAL.OPPORTUNITY_ID.eq(id))
                                .and(RIVAL.COMPETITOR_ID.eq(COMPETITOR.ID)))));
    }

    /** Throws STALE_VERSION where somebody wrote of it since; a new one has no version, so that two cannot add the same. */
    void save(long id, long competitorId, RivalDraft draft) {
        RivalRecord row = find(id, competitorId, draft.version());
        if (row == null) {
            row = jooq.newRecord(RIVAL);
            row.setOpportunityId(id);
            row.setCompetitorId(competitorId);
        } else {
            row.setVersion(row.getVersion() + 1);
        }
        row.setThreat(draft.threat().name());
        row.setStrength(draft.strength());
        row.setWeakness(draft.weakness());
        row.setPrice(draft.price());
        row.setCounterStrategy(draft.counterStrategy());
        row.store();
    }

    /** Whether there was one. Throws STALE_VERSION likewise. */
    boolean delete(long id, long competitorId, @Nullable Integer version) {
        RivalRecord row = find(id, competitorId, version);
        return row != null && row.delete() > 0;
    }

    private @Nullable RivalRecord find(long id, long competitorId, @Nullable Integer version) {
        RivalRecord row = jooq.fetchOne(RIVAL, RIVAL.OPPORTUNITY_ID.eq(id), RIVAL.COMPETITOR_ID.eq(competitorId));
        if (row != null && !row.getVersion().equals(version)) {
            throw Problem.stale(row.getVersion());
        }
        return row;
    }

    /** Whom an opportunity was lost to, was met in it. Repeating it changes nothing. */
    public void meet(Collection<OpportunityRecord> lost) {
        List<RivalRecord> met = lost.stream()
                .filter(row -> row.getLostToCompetitorId() != null)
                .map(RivalStore::winner)
                .toList();
        if (!met.isEmpty()) {
            jooq.batch(met.stream()
                            .map(row -> jooq.insertInto(RIVAL).set(row).onConflictDoNothing())
                            .toList())
                    .execute();
        }
    }

    /** Whether somebody wrote of a rival, beyond what an import said of who won. */
    public boolean metByHand(long id) {
        return jooq.fetchExists(selectOne()
                .from(RIVAL)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(RIVAL.OPPORTUNITY_ID))
                .where(RIVAL.OPPORTUNITY_ID.eq(id))
                .and(RIVAL.COMPETITOR_ID.isDistinctFrom(OPPORTUNITY.LOST_TO_COMPETITOR_ID)));
    }

    /** Before the opportunity itself goes. */
    public void forget(long id) {
        jooq.deleteFrom(RIVAL).where(RIVAL.OPPORTUNITY_ID.eq(id)).execute();
    }

    private static RivalRecord winner(OpportunityRecord row) {
        RivalRecord rival = new RivalRecord();
        rival.setOpportunityId(row.getId());
        rival.setCompetitorId(row.getLostToCompetitorId());
        rival.setThreat(Threat.HIGH.name());
        return rival;
    }
}
