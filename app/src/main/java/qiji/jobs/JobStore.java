package qiji.jobs;

import static db.platform.Tables.JOB;
import static org.jooq.impl.DSL.trueCondition;

import db.platform.tables.records.JobRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jobs in {@code platform.job}. */
@Component
class JobStore {
    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;

    JobStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    /** What is needed to run a job. */
    record Task(
            long id,
            String kind,
            @Nullable Long subjectId,
            long startedBy,
            @Nullable String language,
            @Nullable Set<String> permissions) {}

    /** {@code permissions} are those of who started it: by a token, fewer than the user has. */
    private record Parameters(
            @Nullable String language, @Nullable Set<String> permissions) {}

    long add(String kind, @Nullable Long subjectId, String language, Viewer viewer) {
        return jooq.insertInto(JOB)
                .set(JOB.KIND, kind)
                .set(JOB.SUBJECT_ID, subjectId)
                .set(JOB.STARTED_BY, viewer.userId())
                .set(
                        JOB.PARAMETERS,
                        JSONB.valueOf(json.writeValueAsString(new Parameters(language, viewer.permissions()))))
                .returningResult(JOB.ID)
                .fetchSingle()
                .value1();
    }

    boolean isUnderWay(String kind) {
        return jooq.fetchExists(
                JOB, JOB.KIND.eq(kind).and(JOB.STATE.in(JobState.WAITING.name(), JobState.RUNNING.name())));
    }

    /** What the viewer started, or all jobs with the permission {@code job:read}. */
    Optional<Job> find(long id, Viewer viewer) {
        return jooq.selectFrom(JOB)
                .where(JOB.ID.eq(id))
                .and(visibleTo(viewer))
                .fetchOptional()
                .map(this::job);
    }

    /** A job that waits ends at once; one that runs is asked to. One that has ended stays as it is. */
    void cancel(long id) {
        jooq.update(JOB)
                .set(JOB.CANCEL_REQUESTED, true)
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(JobState.RUNNING.name()))
                .execute();
        jooq.update(JOB)
                .set(JOB.CANCEL_REQUESTED, true)
                .set(JOB.STATE, JobState.CANCELLED.name())
                .set(JOB.FINISHED_AT, now())
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(JobState.WAITING.name()))
                .execute();
    }

    /** Empty if it has ended already, so that there is nothing to run. */
    Optional<Task> begin(long id) {
        return jooq.update(JOB)
                .set(JOB.STATE, JobState.RUNNING.name())
                .set(JOB.STARTED_AT, now())
                .set(JOB.HEARTBEAT_AT, now())
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.in(JobState.WAITING.name(), JobState.RUNNING.name()))
                .returning()
                .fetchOptional()
                .map(this::task);
    }

    private Task task(JobRecord job) {
        Parameters parameters = json.readValue(job.getParameters().data(), Parameters.class);
        return new Task(
                job.getId(),
                job.getKind(),
                job.getSubjectId(),
                job.getStartedBy(),
                parameters.language(),
                parameters.permissions());
    }

    /** Says whether the user asked to cancel. */
    boolean progress(long id, long done, @Nullable Long total) {
        return jooq.update(JOB)
                .set(JOB.DONE, done)
                .set(JOB.TOTAL, total)
                .set(JOB.HEARTBEAT_AT, now())
                .where(JOB.ID.eq(id))
                .returningResult(JOB.CANCEL_REQUESTED)
                .fetchSingle()
                .value1();
    }

    void end(long id, JobState state, @Nullable Object result, @Nullable String problem) {
        jooq.update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.RESULT, result == null ? null : JSONB.valueOf(json.writeValueAsString(result)))
                .set(JOB.PROBLEM, problem)
                .set(JOB.FINISHED_AT, now())
                .where(JOB.ID.eq(id))
                .execute();
    }

    private Condition visibleTo(Viewer viewer) {
        return viewer.may(JobPermissions.READ) ? trueCondition() : JOB.STARTED_BY.eq(viewer.userId());
    }

    private Job job(JobRecord row) {
        return new Job(
                row.getId().toString(),
                row.getKind(),
                row.getSubjectId() == null ? null : row.getSubjectId().toString(),
                JobState.valueOf(row.getState()),
                row.getDone(),
                row.getTotal(),
                row.getCancelRequested(),
                result(row),
                row.getProblem() == null ? null : new Job.Failure(row.getProblem()),
                row.getCreatedAt(),
                row.getFinishedAt());
    }

    private @Nullable JsonNode result(JobRecord row) {
        return row.getResult() == null ? null : json.readTree(row.getResult().data());
    }

    private Instant now() {
        return clock.instant();
    }
}
