package qiji.activity;

import static db.activity.Tables.ACTIVITY;

import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Tells the module of a record when what was last done about it has changed. */
@Component
class LatestFollowUp {
    private final DSLContext jooq;
    private final ObjectProvider<HearsFollowUps> hearers;

    LatestFollowUp(DSLContext jooq, ObjectProvider<HearsFollowUps> hearers) {
        this.jooq = jooq;
        this.hearers = hearers;
    }

    private record Last(long id, FollowUp followUp) {}

    /** Runs {@code change}, which gives the id of the follow-up it wrote, and tells if that was or now is the last one. */
    void watch(RecordRef record, Viewer viewer, Supplier<Long> change) {
        Optional<Last> before = last(record);
        long changed = change.get();
        Optional<Last> after = last(record);
        if (before.filter(it -> it.id() == changed).isPresent()
                || after.filter(it -> it.id() == changed).isPresent()) {
            hearers.stream()
                    .filter(hearer -> hearer.type().equals(record.type()))
                    .forEach(hearer -> hearer.followedUp(
                            record.id(), after.map(Last::followUp).orElse(null), viewer));
        }
    }

    private Optional<Last> last(RecordRef record) {
        return jooq.select(ACTIVITY.ID, ACTIVITY.HAPPENED_AT, ACTIVITY.NEXT_STEP, ACTIVITY.NEXT_STEP_ON)
                .from(ACTIVITY)
                .where(ACTIVITY.RECORD_TYPE.eq(record.type()))
                .and(ACTIVITY.RECORD_ID.eq(record.id()))
                .and(ACTIVITY.ARCHIVED_AT.isNull())
                .orderBy(ACTIVITY.HAPPENED_AT.desc(), ACTIVITY.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Last(row.value1(), new FollowUp(row.value2(), row.value3(), row.value4())));
    }
}
