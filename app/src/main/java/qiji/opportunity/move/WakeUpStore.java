package qiji.opportunity.move;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Time;

/** Opens deferred ones by the thousand. It says in SQL what {@code Opportunity.resume} says of one; a test compares. */
@Repository
class WakeUpStore {
    static final int MOST = 1000;

    private final DSLContext jooq;

    WakeUpStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** One that was woken; {@code owner} is null where nobody owns it who still works here. */
    record Woken(long id, @Nullable Long owner, @Nullable Long departmentId) {}

    /** Those whose day has come, at most {@link #MOST}; what somebody else works on just now stays for the next time. */
    List<Woken> wake(LocalDate day, Instant now, Viewer viewer) {
        return jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.STATUS, OpportunityStatus.OPEN.name())
                .set(OPPORTUNITY.STATUS_AT, now)
                .setNull(OPPORTUNITY.WAKE_UP_ON)
                .set(OPPORTUNITY.OVERSTAY_ON, overstayOn(LocalDate.ofInstant(now, Time.ZONE)))
                .setNull(OPPORTUNITY.LOST_REASON)
                .setNull(OPPORTUNITY.LOSS_SUMMARY)
                .setNull(OPPORTUNITY.LOST_TO)
                .setNull(OPPORTUNITY.LOST_TO_COMPETITOR_ID)
                .setNull(OPPORTUNITY.LESSON)
                .setNull(OPPORTUNITY.PREVENTION)
                .setNull(OPPORTUNITY.PREVENTION_OWNER_ID)
                .setNull(OPPORTUNITY.PREVENTION_DUE_ON)
                .setNull(OPPORTUNITY.PREVENTION_TASK_ID)
                .setNull(OPPORTUNITY.WON_AMOUNT)
                .setNull(OPPORTUNITY.INVALID_CAUSE)
                .setNull(OPPORTUNITY.CLOSING_NOTE)
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.ID.in(select(OPPORTUNITY.as("due").ID)
                        .from(OPPORTUNITY.as("due"))
                        .where(OPPORTUNITY.as("due").STATUS.eq(DSL.inline(OpportunityStatus.DEFERRED.name())))
                        .and(OPPORTUNITY.as("due").WAKE_UP_ON.le(day))
                        .and(Opportunities.visibleTo(viewer, OPPORTUNITY.as("due")))
                        .orderBy(OPPORTUNITY.as("due").WAKE_UP_ON, OPPORTUNITY.as("due").ID)
                        .limit(MOST)
                        .forUpdate()
                        .skipLocked()))
                .returningResult(
                        OPPORTUNITY.ID,
                        field(select(APP_USER.ID)
                                .from(APP_USER)
                                .where(APP_USER.ID.eq(OPPORTUNITY.OWNER_ID))
                                .and(APP_USER.STATE.eq("ACTIVE"))),
                        OPPORTUNITY.DEPARTMENT_ID)
                .fetch(mapping(Woken::new));
    }

    /** Where a user is at home. */
    @Nullable
    Long homeOf(long userId) {
        return jooq.fetchValue(APP_USER.DEPARTMENT_ID, APP_USER.ID.eq(userId));
    }

    /** As the rules have it: the first day beyond those that its edition plans for its stage, counted from its waking. */
    private static Field<LocalDate> overstayOn(LocalDate woken) {
        return field(
                """
                (select {0} + (said ->> 'plannedDays')::integer + 1
                from process.edition e, jsonb_array_elements(e.body) said
                where e.process_id = {1} and (e.id = {2} or {2} is null and e.number = 1)
                    and (said ->> 'stage')::bigint = {3})""",
                SQLDataType.LOCALDATE,
                DSL.val(woken),
                OPPORTUNITY.PROCESS_ID,
                OPPORTUNITY.EDITION_ID,
                OPPORTUNITY.STAGE_ID);
    }
}
