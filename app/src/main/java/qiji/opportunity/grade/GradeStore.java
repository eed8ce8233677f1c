package qiji.opportunity.grade;

import static db.activity.Tables.ACTIVITY;
import static db.opportunity.Tables.GRADE_EVENT;
import static db.opportunity.Tables.GRADING;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.activity.Counting;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;

/** Writes what became of the grades of opportunities that the caller has locked; none of it makes a version of the row. */
@Repository
public class GradeStore {
    private final DSLContext jooq;
    private final Clock clock;

    GradeStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    void save(OpportunityRecord row) {
        row.update();
    }

    void state(long id, GradeState state) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.GRADE_STATE, state.name())
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }

    /** What is pending of those that are alive is to be sent anew. */
    void unsent(List<Long> ids) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.GRADE_STATE, GradeState.UNSENT.name())
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(Long[]::new))))
                .and(OPPORTUNITY.GRADE_PENDING.isNotNull())
                .and(OPPORTUNITY.STATUS.in(OpportunityStatus.OPEN.name(), OpportunityStatus.DEFERRED.name()))
                .execute();
    }

    /** The sweep begins no later than at {@code id} once more. */
    void judgeFrom(long id) {
        jooq.update(GRADING)
                .set(GRADING.LAST_ID, least(GRADING.LAST_ID, val(id - 1)))
                .set(GRADING.FINISHED, false)
                .execute();
    }

    /** The leader has changed: when the new one followed it in person. */
    void leader(long id) {
        leader(List.of(id));
    }

    public void leader(List<Long> ids) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.LEADER_FOLLOW_UP_AT, leaderFollowUp())
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(Long[]::new))))
                .execute();
    }

    /** When the responsible leader followed an opportunity last, within a statement over it. */
    public static Field<Instant> leaderFollowUp() {
        return field(select(max(ACTIVITY.HAPPENED_AT))
                .from(ACTIVITY)
                .where(ACTIVITY.RECORD_TYPE.eq(Opportunities.TYPE))
                .and(ACTIVITY.RECORD_ID.eq(OPPORTUNITY.ID))
                .and(ACTIVITY.OWNER_ID.eq(OPPORTUNITY.RESPONSIBLE_LEADER_ID))
                .and(Counting.countsInPerson())
                .and(ACTIVITY.ARCHIVED_AT.isNull()));
    }

    public void tell(long id, GradeEvent kind, @Nullable String before, @Nullable String grade, Viewer viewer) {
        jooq.insertInto(GRADE_EVENT)
                .set(GRADE_EVENT.OPPORTUNITY_ID, id)
                .set(GRADE_EVENT.AT, clock.instant())
                .set(GRADE_EVENT.BY_ID, viewer.userId())
                .set(GRADE_EVENT.KIND, kind.name())
                .set(GRADE_EVENT.BEFORE, before)
                .set(GRADE_EVENT.GRADE, grade)
                .execute();
    }

    /** Before the opportunity itself goes. */
    void forget(long id) {
        jooq.deleteFrom(GRADE_EVENT).where(GRADE_EVENT.OPPORTUNITY_ID.eq(id)).execute();
    }
}
