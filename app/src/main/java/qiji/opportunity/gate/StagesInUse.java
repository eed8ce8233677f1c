package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.process.StageUsage;

/** Tells the processes which of their stages and editions opportunities go by. */
@Repository
class StagesInUse implements StageUsage {
    private final DSLContext jooq;

    StagesInUse(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public Set<Long> usedOf(Collection<Long> stageIds) {
        if (stageIds.isEmpty()) {
            return Set.of();
        }
        return jooq.selectDistinct(STAGE_VISIT.STAGE_ID)
                .from(STAGE_VISIT)
                .where(STAGE_VISIT.STAGE_ID.eq(any(stageIds.toArray(Long[]::new))))
                .fetchSet(STAGE_VISIT.STAGE_ID);
    }

    @Override
    public Map<Long, Integer> underWay(long processId, Viewer viewer) {
        var edition = coalesce(OPPORTUNITY.EDITION_ID, inline(0L));
        return jooq.select(edition, count())
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.PROCESS_ID.eq(processId))
                .and(OPPORTUNITY.STATUS.in(inline("OPEN"), inline("DEFERRED")))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .groupBy(edition)
                .fetchMap(edition, count());
    }
}
