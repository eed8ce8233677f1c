package qiji.customer.duplicates;

import static db.customer.Tables.DUPLICATE_SEARCH;
import static db.platform.Tables.JOB;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.jobs.JobState;

/** The last search for duplicates of each type. */
@Component
class DuplicateSearchStore {
    private final DSLContext jooq;

    DuplicateSearchStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** {@code found} is how many pairs were to be decided on when it ended. */
    record Search(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long jobId,
            JobState state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Integer found) {
        boolean isRunning() {
            return state == JobState.WAITING || state == JobState.RUNNING;
        }
    }

    Optional<Search> last(DuplicateType type) {
        var s = DUPLICATE_SEARCH;
        return jooq.select(
                        s.JOB_ID,
                        JOB.STATE.convertFrom(JobState.class, JobState::valueOf),
                        s.STARTED_AT,
                        s.FINISHED_AT,
                        s.FOUND)
                .from(s)
                .join(JOB)
                .on(JOB.ID.eq(s.JOB_ID))
                .where(s.TYPE.eq(type.type))
                .fetchOptional(Records.mapping(Search::new));
    }

    /** Whoever starts a search waits for who started one just now. */
    void lock(DuplicateType type) {
        jooq.execute("select pg_advisory_xact_lock(hashtext({0}))", "duplicate-search " + type.type);
    }

    void started(DuplicateType type, long jobId, Instant at) {
        var s = DUPLICATE_SEARCH;
        jooq.insertInto(s)
                .set(s.TYPE, type.type)
                .set(s.JOB_ID, jobId)
                .set(s.STARTED_AT, at)
                .onConflict(s.TYPE)
                .doUpdate()
                .set(s.JOB_ID, jobId)
                .set(s.STARTED_AT, at)
                .setNull(s.FINISHED_AT)
                .setNull(s.FOUND)
                .execute();
    }

    void finished(DuplicateType type, long jobId, int found, Instant at) {
        var s = DUPLICATE_SEARCH;
        jooq.update(s)
                .set(s.FINISHED_AT, at)
                .set(s.FOUND, found)
                .where(s.TYPE.eq(type.type), s.JOB_ID.eq(jobId))
                .execute();
    }
}
