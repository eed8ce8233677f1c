package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static db.organization.Tables.APP_USER;

import db.opportunity.tables.records.OpportunityRecord;
import db.opportunity.tables.records.StageVisitRecord;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** One opportunity, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
public class OpportunityQueries {
    private final DSLContext jooq;

    OpportunityQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Throws NOT_FOUND. */
    OpportunityRecord get(long id, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        return jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(id))
                .and(Opportunities.visibleTo(viewer, OPPORTUNITY))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Throws NOT_FOUND. The first line of every answer about what belongs to an opportunity. */
    public void mustSee(long id, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        if (!jooq.fetchExists(OPPORTUNITY, OPPORTUNITY.ID.eq(id), Opportunities.visibleTo(viewer, OPPORTUNITY))) {
            throw Problem.notFound();
        }
    }

    List<StageVisitRecord> visits(long id, Viewer viewer) {
        mustSee(id, viewer);
        return jooq.selectFrom(STAGE_VISIT)
                .where(STAGE_VISIT.OPPORTUNITY_ID.eq(id))
                .orderBy(STAGE_VISIT.ENTERED_AT, STAGE_VISIT.ID)
                .fetch();
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
