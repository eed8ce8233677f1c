package qiji.rule;

import static db.rule.Tables.RULE;
import static db.rule.Tables.TRIAL;

import db.rule.tables.records.TrialRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Runs of drafts over the past. Each is seen by who started it. */
@Repository
class TrialStore {
    private static final int LAST = 10;

    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;

    TrialStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    /** A trial with the kind and place of its rule. */
    record Row(TrialRecord trial, String kind, @Nullable Long departmentId) {}

    long insert(long ruleId, long editionId, @Nullable JSONB body, LocalDate from, LocalDate to, Viewer viewer) {
        return jooq.insertInto(TRIAL)
                .set(TRIAL.RULE_ID, ruleId)
                .set(TRIAL.EDITION_ID, editionId)
                .set(TRIAL.BODY, body)
                .set(TRIAL.FROM_DAY, from)
                .set(TRIAL.TO_DAY, to)
                .set(TRIAL.STARTED_BY, viewer.userId())
                .set(TRIAL.STARTED_AT, clock.instant())
                .returningResult(TRIAL.ID)
                .fetchSingle()
                .value1();
    }

    void started(long id, long jobId) {
        jooq.update(TRIAL).set(TRIAL.JOB_ID, jobId).where(TRIAL.ID.eq(id)).execute();
    }

    void finish(long id, TrialResult result) {
        jooq.update(TRIAL)
                .set(TRIAL.RESULT, JSONB.valueOf(json.writeValueAsString(result)))
                .set(TRIAL.FINISHED_AT, clock.instant())
                .where(TRIAL.ID.eq(id))
                .execute();
    }

    Optional<Row> find(long id, Viewer viewer) {
        return jooq.select(TRIAL, RULE.KIND, RULE.DEPARTMENT_ID)
                .from(TRIAL)
                .join(RULE)
                .on(RULE.ID.eq(TRIAL.RULE_ID))
                .where(TRIAL.ID.eq(id), TRIAL.STARTED_BY.eq(viewer.userId()))
                .fetchOptional(row -> new Row(row.value1(), row.value2(), row.value3()));
    }

    /** The viewer's last ones of a rule, the newest first. */
    List<TrialRecord> last(long ruleId, Viewer viewer) {
        return jooq.selectFrom(TRIAL)
                .where(TRIAL.RULE_ID.eq(ruleId), TRIAL.STARTED_BY.eq(viewer.userId()))
                .orderBy(TRIAL.STARTED_AT.desc(), TRIAL.ID.desc())
                .limit(LAST)
                .fetch();
    }

    TrialResult result(JSONB result) {
        return json.readValue(result.data(), TrialResult.class);
    }
}
