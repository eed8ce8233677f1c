package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import db.opportunity.tables.records.StageVisitRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.records.past.AsOf;

/** One opportunity, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
public class OpportunityQueries {
    private final DSLContext jooq;

    OpportunityQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** As it was at {@code moment}, null for now. Throws NOT_FOUND. */
    OpportunityRecord get(long id, @Nullable Instant moment, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        OpportunityTable o = OPPORTUNITY.as("opportunity");
        return AsOf.at(moment, jooq)
                .select(o.fields())
                .from(AsOf.rows(OPPORTUNITY, o.getName()))
                .where(o.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, o))
                .fetchOptional()
                .map(row -> row.into(OPPORTUNITY))
                .orElseThrow(Problem::notFound);
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

    /** Its stays in stages up to {@code moment}, null for now; the one of then has not ended. */
    List<StageVisitRecord> visits(long id, @Nullable Instant moment, Viewer viewer) {
        mustSee(id, moment, viewer);
        List<StageVisitRecord> visits = jooq.selectFrom(STAGE_VISIT)
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(id))
                .and(moment == null ? noCondition() : STAGE_VISIT.ENTERED_AT.le(moment))
                .orderBy(STAGE_VISIT.ENTERED_AT, STAGE_VISIT.ID)
                .fetch();
        for (StageVisitRecord visit : visits) {
            if (moment != null && visit.getLeftAt() != null && visit.getLeftAt().isAfter(moment)) {
                visit.setLeftAt(null);
            }
        }
        return visits;
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
