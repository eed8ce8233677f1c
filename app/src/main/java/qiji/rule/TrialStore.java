package qiji.rule;

import static db.rule.Tables.RULE;
import static db.rule.Tables.TRIAL;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;

import db.rule.tables.records.TrialRecord;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
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

    /** A trial with the kind of what it tries, and the place of its rule if it is one. */
    record Row(TrialRecord trial, String kind, @Nullable Long departmentId) {
        boolean isOfRule() {
            return trial.getRuleId() != null;
        }

        boolean isOf(String draftKind, long subjectId) {
            return !isOfRule() && kind.equals(draftKind) && subjectId == subjectId();
        }

        long subjectId() {
            return Objects.requireNonNull(trial.getSubjectId());
        }

        String body() {
            return Objects.requireNonNull(trial.getBody()).data();
        }
    }

    long insert(long ruleId, long editionId, @Nullable JSONB body, TrialSpan span, Viewer viewer) {
        TrialRecord trial = begun(body, span, viewer);
        trial.setRuleId(ruleId);
        trial.setEditionId(editionId);
        trial.insert();
        return trial.getId();
    }

    /** Of a draft that is of no rule. */
    long insert(String kind, long subjectId, String body, TrialSpan span, Viewer viewer) {
        TrialRecord trial = begun(JSONB.valueOf(body), span, viewer);
        trial.setKind(kind);
        trial.setSubjectId(subjectId);
        trial.insert();
        return trial.getId();
    }

    private TrialRecord begun(@Nullable JSONB body, TrialSpan span, Viewer viewer) {
        TrialRecord trial = jooq.newRecord(TRIAL);
        trial.setBody(body);
        trial.setFromDay(span.from());
        trial.setToDay(span.to());
        trial.setStartedBy(viewer.userId());
        trial.setStartedAt(clock.instant());
        return trial;
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
        return jooq.select(TRIAL, coalesce(RULE.KIND, TRIAL.KIND), RULE.DEPARTMENT_ID)
                .from(TRIAL)
                .leftJoin(RULE)
                .on(RULE.ID.eq(TRIAL.RULE_ID))
                .where(TRIAL.ID.eq(id), TRIAL.STARTED_BY.eq(viewer.userId()))
                .fetchOptional(row -> new Row(row.value1(), row.value2(), row.value3()));
    }

    /** The viewer's last {@value #LAST} of a rule, the newest first; those that are older than the one {@code before}. */
    List<TrialRecord> last(long ruleId, @Nullable Long before, Viewer viewer) {
        return last(TRIAL.RULE_ID.eq(ruleId), before, viewer);
    }

    /** Those of a draft that is of no rule. */
    List<TrialRecord> last(String kind, long subjectId, @Nullable Long before, Viewer viewer) {
        return last(TRIAL.KIND.eq(kind).and(TRIAL.SUBJECT_ID.eq(subjectId)), before, viewer);
    }

    private List<TrialRecord> last(Condition of, @Nullable Long before, Viewer viewer) {
        return jooq.selectFrom(TRIAL)
                .where(of, TRIAL.STARTED_BY.eq(viewer.userId()))
                .and(before == null ? noCondition() : TRIAL.ID.lt(before))
                .orderBy(TRIAL.ID.desc())
                .limit(LAST)
                .fetch();
    }

    TrialResult result(JSONB result) {
        return json.readValue(result.data(), TrialResult.class);
    }
}
