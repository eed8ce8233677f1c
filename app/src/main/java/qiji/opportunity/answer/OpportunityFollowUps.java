package qiji.opportunity.answer;

import static db.opportunity.Tables.MEMBER;
import static db.opportunity.Tables.OPPORTUNITY;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.activity.HearsFollowUps;
import qiji.activity.NextStep;
import qiji.opportunity.Opportunities;
import qiji.opportunity.grade.GradeStore;
import qiji.opportunity.life.OpportunityStatus;

/** Keeps on an opportunity when it was last followed up, and the next step that was agreed. [D10] */
@Component
class OpportunityFollowUps implements HearsFollowUps {
    private static final List<String> ALIVE = List.of(OpportunityStatus.OPEN.name(), OpportunityStatus.DEFERRED.name());

    private final DSLContext jooq;

    OpportunityFollowUps(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public String type() {
        return Opportunities.TYPE;
    }

    @Override
    public boolean isFollowedBy(long recordId, long userId) {
        return jooq.fetchExists(OPPORTUNITY, OPPORTUNITY.ID.eq(recordId), OPPORTUNITY.OWNER_ID.eq(userId))
                || jooq.fetchExists(MEMBER, MEMBER.OPPORTUNITY_ID.eq(recordId), MEMBER.USER_ID.eq(userId));
    }

    @Override
    public void followedUp(long recordId, @Nullable Instant lastAt) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.LAST_FOLLOW_UP_AT, lastAt)
                .set(OPPORTUNITY.LEADER_FOLLOW_UP_AT, GradeStore.leaderFollowUp())
                .where(OPPORTUNITY.ID.eq(recordId))
                .execute();
    }

    /** A follow-up that agrees nothing leaves the next step as it was; one of a closed opportunity plans nothing more. */
    @Override
    public void agreed(long recordId, NextStep next, Viewer viewer) {
        if (!next.isNothing()) {
            jooq.update(OPPORTUNITY)
                    .set(OPPORTUNITY.NEXT_STEP, next.what())
                    .set(OPPORTUNITY.NEXT_STEP_ON, next.on())
                    .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                    .where(OPPORTUNITY.ID.eq(recordId))
                    .and(OPPORTUNITY.STATUS.in(ALIVE))
                    .execute();
        }
    }
}
