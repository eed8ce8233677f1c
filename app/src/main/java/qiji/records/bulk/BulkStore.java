package qiji.records.bulk;

import static db.records.Tables.BULK_RECORD;
import static db.records.Tables.BULK_RUN;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import db.records.tables.records.BulkRunRecord;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was asked for and how each record fared. Everybody sees their own work only. */
@Component
class BulkStore {
    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;

    BulkStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    enum Outcome {
        DONE,
        UNCHANGED,
        REFUSED
    }

    /** What a run needs to know. */
    record Order(long id, String type, String action, Selection selection, JsonNode given, boolean resolved) {}

    record Waiting(int place, long recordId) {}

    long add(String type, String action, Selection selection, JsonNode given, Viewer viewer) {
        BulkRunRecord row = jooq.newRecord(BULK_RUN);
        row.setRecordType(type);
        row.setAction(action);
        row.setSelection(jsonb(selection));
        row.setGiven(jsonb(given));
        row.setStartedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        row.insert();
        return row.getId();
    }

    void startedAs(long id, long jobId) {
        jooq.update(BULK_RUN)
                .set(BULK_RUN.JOB_ID, jobId)
                .where(BULK_RUN.ID.eq(id))
                .execute();
    }

    Order order(long id) {
        BulkRunRecord row = jooq.fetchSingle(BULK_RUN, BULK_RUN.ID.eq(id));
        return new Order(
                id,
                row.getRecordType(),
                row.getAction(),
                json.readValue(row.getSelection().data(), Selection.class),
                json.readTree(row.getGiven().data()),
                row.getResolvedAt() != null);
    }

    /** Fixes the records that are meant, in their order. */
    void resolve(long id, List<Long> records) {
        jooq.query(
                        "insert into {0} (run_id, place, record_id) select {1}, place, id"
                                + " from unnest({2}) with ordinality as chosen (id, place) on conflict do nothing",
                        BULK_RECORD, val(id), val(records.toArray(Long[]::new)))
                .execute();
        jooq.update(BULK_RUN)
                .set(BULK_RUN.RESOLVED_AT, clock.instant())
                .where(BULK_RUN.ID.eq(id))
                .execute();
    }

    /** Those whose turn has not come, in their order. */
    List<Waiting> waiting(long id, int most) {
        return jooq.select(BULK_RECORD.PLACE, BULK_RECORD.RECORD_ID)
                .from(BULK_RECORD)
                .where(BULK_RECORD.RUN_ID.eq(id), BULK_RECORD.OUTCOME.isNull())
                .orderBy(BULK_RECORD.PLACE)
                .limit(most)
                .fetch(row -> new Waiting(row.value1(), row.value2()));
    }

    /** Takes the record for this transaction; false if another run of the job has dealt with it. */
    boolean take(long id, int place) {
        return jooq.select(BULK_RECORD.PLACE)
                .from(BULK_RECORD)
                .where(BULK_RECORD.RUN_ID.eq(id), BULK_RECORD.PLACE.eq(place), BULK_RECORD.OUTCOME.isNull())
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    void end(long id, int place, Outcome outcome, @Nullable Object problem) {
        jooq.update(BULK_RECORD)
                .set(BULK_RECORD.OUTCOME, outcome.name())
                .set(BULK_RECORD.PROBLEM, problem == null ? null : jsonb(problem))
                .where(BULK_RECORD.RUN_ID.eq(id), BULK_RECORD.PLACE.eq(place))
                .execute();
    }

    Optional<BulkRun> find(long id, Viewer viewer) {
        return jooq.selectFrom(BULK_RUN)
                .where(BULK_RUN.ID.eq(id), BULK_RUN.STARTED_BY.eq(viewer.userId()))
                .fetchOptional()
                .map(row -> run(row, counts(id)));
    }

    /** At most {@code most} refusals behind {@code place}, without labels. */
    List<BulkRun.Refusal> refusals(long id, int place, int most) {
        return jooq.selectFrom(BULK_RECORD)
                .where(BULK_RECORD.RUN_ID.eq(id), BULK_RECORD.PLACE.gt(place))
                .and(BULK_RECORD.OUTCOME.eq(Outcome.REFUSED.name()))
                .orderBy(BULK_RECORD.PLACE)
                .limit(most)
                .fetch(row -> new BulkRun.Refusal(
                        row.getPlace(),
                        Long.toString(row.getRecordId()),
                        null,
                        json.readTree(
                                row.getProblem() == null
                                        ? "{}"
                                        : row.getProblem().data())));
    }

    private Map<@Nullable String, Integer> counts(long id) {
        Map<@Nullable String, Integer> counts = new HashMap<>();
        jooq.select(BULK_RECORD.OUTCOME, count())
                .from(BULK_RECORD)
                .where(BULK_RECORD.RUN_ID.eq(id))
                .groupBy(BULK_RECORD.OUTCOME)
                .forEach(row -> counts.put(row.value1(), row.value2()));
        return counts;
    }

    private BulkRun run(BulkRunRecord row, Map<@Nullable String, Integer> counts) {
        return new BulkRun(
                Long.toString(row.getId()),
                row.getRecordType(),
                row.getAction(),
                json.readTree(row.getGiven().data()),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Outcome.DONE.name(), 0),
                counts.getOrDefault(Outcome.UNCHANGED.name(), 0),
                counts.getOrDefault(Outcome.REFUSED.name(), 0),
                row.getJobId() == null ? null : Long.toString(row.getJobId()),
                row.getCreatedAt());
    }

    private JSONB jsonb(Object value) {
        return JSONB.jsonb(json.writeValueAsString(value));
    }
}
