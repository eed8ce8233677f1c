package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Gives the opportunities of a leaver, closed ones included, to someone else and to that person's department. [A1] */
@Component
class OpportunityHandOver implements HandsOver {
    private final DSLContext jooq;

    OpportunityHandOver(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Opportunities.TYPE;
    }

    @Override
    public Words label() {
        return Words.of("商机", "Opportunities");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(OPPORTUNITY, OPPORTUNITY.OWNER_ID.eq(userId));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        Long department = jooq.select(APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(toUserId))
                .fetchOne(APP_USER.DEPARTMENT_ID);
        return jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, toUserId)
                .set(OPPORTUNITY.DEPARTMENT_ID, department)
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.OWNER_ID.eq(userId))
                .execute();
    }
}
