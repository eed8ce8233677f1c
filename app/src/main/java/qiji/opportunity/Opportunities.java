package qiji.opportunity;

import static db.opportunity.Tables.MEMBER;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;

import db.opportunity.tables.OpportunityTable;
import org.jooq.Condition;
import org.springframework.stereotype.Service;
import qiji.access.Scope;
import qiji.access.Viewer;

/** What can be done with opportunities as records: made, edited, given to others, loaded as they were. */
@Service
public class Opportunities {
    /** How companions, scopes and shares name an opportunity. */
    public static final String TYPE = "opportunity";

    /**
     * The one rule of who sees which opportunity: their scope, their teams, what was shared with them. Every query of
     * opportunities, in any module, starts from it. Two indexes can serve it only because it is no OR EXISTS.
     */
    public static Condition visibleTo(Viewer viewer, OpportunityTable o) {
        Condition inScope = viewer.scopeOf(TYPE).covers(o.DEPARTMENT_ID, o.OWNER_ID);
        if (viewer.scopeOf(TYPE) instanceof Scope.Everything) {
            return inScope;
        }
        return inScope.or(o.ID.eq(any(
                        array(select(MEMBER.OPPORTUNITY_ID).from(MEMBER).where(MEMBER.USER_ID.eq(viewer.userId()))))))
                .or(o.ID.eq(any(array(select(SHARE.RECORD_ID)
                        .from(SHARE)
                        .where(SHARE.USER_ID.eq(viewer.userId()))
                        .and(SHARE.RECORD_TYPE.eq(TYPE))))));
    }
}
