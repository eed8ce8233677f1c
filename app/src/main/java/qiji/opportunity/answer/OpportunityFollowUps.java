package qiji.opportunity.answer;

import static db.opportunity.Tables.OPPORTUNITY;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.activity.FollowUp;
import qiji.activity.HearsFollowUps;
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

    /** A follow-up that agrees nothing leaves the next step as it was; one of a closed opportunity plans nothing more. */
    @Override
    public void followedUp(long recordId, @Nullable FollowUp latest, Viewer viewer) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.LAST_FOLLOW_UP_AT, latest == null ? null : latest.happenedAt())
                .set(OPPORTUNITY.LEADER_FOLLOW_UP_AT, GradeStore.leaderFollowUp())
                .where(OPPORTUNITY.ID.eq(recordId))
                .execute();
        if (latest != null && (latest.nextStep() != null || latest.nextStepOn() != null)) {
            jooq.update(OPPORTUNITY)
                    .set(OPPORTUNITY.NEXT_STEP, latest.nextStep())
                    .set(OPPORTUNITY.NEXT_STEP_ON, latest.nextStepOn())
                    .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                    .where(OPPORTUNITY.ID.eq(recordId))
                    .and(OPPORTUNITY.STATUS.in(ALIVE))
                    .execute();
        }
    }
}
