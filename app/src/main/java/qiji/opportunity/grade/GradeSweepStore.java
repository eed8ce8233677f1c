package qiji.opportunity.grade;

import static db.opportunity.Tables.GRADING;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.organization.Tables.DEPARTMENT;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.GradingRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;

/** Reads all opportunities in order, a thousand at once, and keeps how far grading them anew has come. */
@Repository
class GradeSweepStore {
    static final int AT_ONCE = 1000;

    private final DSLContext jooq;

    GradeSweepStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    List<Long> departments() {
        return jooq.select(DEPARTMENT.ID)
                .from(DEPARTMENT)
                .orderBy(DEPARTMENT.ID)
                .fetch(DEPARTMENT.ID);
    }

    GradingRecord progress() {
        return jooq.fetchSingle(GRADING);
    }

    /** So that one run at once goes on. */
    GradingRecord lockedProgress() {
        return jooq.selectFrom(GRADING).forUpdate().fetchSingle();
    }

    List<OpportunityRecord> after(long id, Viewer system) {
        return jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.gt(id))
                .and(Opportunities.visibleTo(system, OPPORTUNITY))
                .orderBy(OPPORTUNITY.ID)
                .limit(AT_ONCE)
                .fetch();
    }

    /** Until the step is committed. */
    List<OpportunityRecord> locked(List<Long> ids, Viewer system) {
        return jooq.selectFrom(OPPORTUNITY)
                .where(OPPORTUNITY.ID.in(ids))
                .and(Opportunities.visibleTo(system, OPPORTUNITY))
                .orderBy(OPPORTUNITY.ID)
                .forUpdate()
                .fetch();
    }

    /** Those that changed alike with one statement each. */
    void save(List<OpportunityRecord> changed) {
        Map<Alike, List<OpportunityRecord>> groups = changed.stream().collect(Collectors.groupingBy(Alike::of));
        groups.forEach((to, rows) -> jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.GRADE, to.grade)
                .set(OPPORTUNITY.GRADE_PENDING, to.pending)
                .set(OPPORTUNITY.GRADE_STATE, to.state)
                .set(OPPORTUNITY.GRADE_CONFIRMED, to.confirmed)
                .set(OPPORTUNITY.GRADE_CONFIRMED_AT, to.at == null ? OPPORTUNITY.GRADE_CONFIRMED_AT : val(to.at))
                .set(OPPORTUNITY.CITY_REPORT, to.report)
                .set(OPPORTUNITY.LEADER_FOLLOW_UP_AT, GradeStore.leaderFollowUp())
                .where(OPPORTUNITY.ID.in(
                        rows.stream().map(OpportunityRecord::getId).toList()))
                .execute());
    }

    /** The next thousand that wait to be sent. */
    List<Long> unsent(long after, Viewer system) {
        return jooq.select(OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.GRADE_STATE.eq(GradeState.UNSENT.name()))
                .and(OPPORTUNITY.STATUS.in("OPEN", "DEFERRED"))
                .and(OPPORTUNITY.ID.gt(after))
                .and(Opportunities.visibleTo(system, OPPORTUNITY))
                .orderBy(OPPORTUNITY.ID)
                .limit(AT_ONCE)
                .fetch(OPPORTUNITY.ID);
    }

    /** {@code at} is null where it stays as it is: each has another. */
    private record Alike(
            @Nullable String grade,
            @Nullable String pending,
            @Nullable String state,
            @Nullable String confirmed,
            @Nullable Instant at,
            @Nullable String report) {
        static Alike of(OpportunityRecord row) {
            return new Alike(
                    row.getGrade(),
                    row.getGradePending(),
                    row.getGradeState(),
                    row.getGradeConfirmed(),
                    row.modified(OPPORTUNITY.GRADE_CONFIRMED_AT) ? row.getGradeConfirmedAt() : null,
                    row.getCityReport());
        }
    }
}
