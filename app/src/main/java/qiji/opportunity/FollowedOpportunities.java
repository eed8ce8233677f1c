package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.platform.Words;

/** The opportunities that a leaver follows in person as their responsible leader. [A1] */
@Component
class FollowedOpportunities implements HandsOver {
    private final DSLContext jooq;

    FollowedOpportunities(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return "responsible-leader";
    }

    @Override
    public Words label() {
        return Words.of("任责任领导的商机", "Opportunities led");
    }

    @Override
    public int owned(long userId) {
        return jooq.fetchCount(OPPORTUNITY, OPPORTUNITY.RESPONSIBLE_LEADER_ID.eq(userId));
    }

    @Override
    public int handOver(long userId, long toUserId, Viewer viewer) {
        return jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.RESPONSIBLE_LEADER_ID, toUserId)
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.RESPONSIBLE_LEADER_ID.eq(userId))
                .execute();
    }
}
