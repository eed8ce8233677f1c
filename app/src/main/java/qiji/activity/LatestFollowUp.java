package qiji.activity;

import static db.activity.Tables.ACTIVITY;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Tells the module of a record when it was last followed up, and what was agreed last. */
@Component
class LatestFollowUp {
    private final DSLContext jooq;
    private final ObjectProvider<HearsFollowUps> hearers;

    LatestFollowUp(DSLContext jooq, ObjectProvider<HearsFollowUps> hearers) {
        this.jooq = jooq;
        this.hearers = hearers;
    }

    private record Last(long id, NextStep next) {}

    /** Runs {@code change}, which gives the id of the follow-up it wrote. */
    void watch(RecordRef record, Viewer viewer, Supplier<Long> change) {
        Optional<Last> before = last(record);
        long changed = change.get();
        Optional<Last> after = last(record);
        boolean isLast = before.filter(it -> it.id() == changed).isPresent()
                || after.filter(it -> it.id() == changed).isPresent();
        Instant lastAt = lastAt(record);
        hearers.stream().filter(hearer -> hearer.type().equals(record.type())).forEach(hearer -> {
            hearer.followedUp(record.id(), lastAt);
            after.filter(_ -> isLast).ifPresent(last -> hearer.agreed(record.id(), last.next(), viewer));
        });
    }

    private @Nullable Instant lastAt(RecordRef record) {
        return jooq.select(max(ACTIVITY.HAPPENED_AT))
                .from(ACTIVITY)
                .where(about(record))
                .and(Counting.counts(ACTIVITY))
                .fetchSingle()
                .value1();
    }

    private Optional<Last> last(RecordRef record) {
        return jooq.select(ACTIVITY.ID, ACTIVITY.NEXT_STEP, ACTIVITY.NEXT_STEP_ON)
                .from(ACTIVITY)
                .where(about(record))
                .orderBy(ACTIVITY.HAPPENED_AT.desc(), ACTIVITY.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Last(row.value1(), new NextStep(row.value2(), row.value3())));
    }

    private static Condition about(RecordRef record) {
        return ACTIVITY.RECORD_TYPE
                .eq(record.type())
                .and(ACTIVITY.RECORD_ID.eq(record.id()))
                .and(ACTIVITY.ARCHIVED_AT.isNull());
    }
}
