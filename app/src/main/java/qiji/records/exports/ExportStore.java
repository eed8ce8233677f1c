package qiji.records.exports;

import static db.records.Tables.EXPORT_RUN;

import db.records.tables.records.ExportRunRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** Keeps which exports there are. Everybody sees their own only. */
@Component
class ExportStore {
    static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;

    ExportStore(DSLContext jooq, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.clock = clock;
    }

    /** What the job needs to know. */
    record Order(String type, Export.Format format, Export.Wish wish) {}

    long add(String type, Export.Format format, Export.Wish wish, String fileName, Viewer viewer) {
        ExportRunRecord row = jooq.newRecord(EXPORT_RUN);
        row.setRecordType(type);
        row.setFormat(format.name());
        row.setWish(JSONB.jsonb(json.writeValueAsString(wish)));
        row.setFileName(fileName);
        row.setStartedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        row.insert();
        return row.getId();
    }

    void startedAs(long id, long jobId) {
        jooq.update(EXPORT_RUN)
                .set(EXPORT_RUN.JOB_ID, jobId)
                .where(EXPORT_RUN.ID.eq(id))
                .execute();
    }

    Order order(long id) {
        ExportRunRecord row = jooq.fetchSingle(EXPORT_RUN, EXPORT_RUN.ID.eq(id));
        return new Order(
                row.getRecordType(),
                Export.Format.valueOf(row.getFormat()),
                json.readValue(row.getWish().data(), Export.Wish.class));
    }

    void written(long id, long rows, long bytes) {
        jooq.update(EXPORT_RUN)
                .set(EXPORT_RUN.ROW_COUNT, rows)
                .set(EXPORT_RUN.BYTE_COUNT, bytes)
                .set(EXPORT_RUN.WRITTEN_AT, clock.instant())
                .where(EXPORT_RUN.ID.eq(id))
                .execute();
    }

    /** Not those whose file was thrown away. */
    Optional<ExportRun> find(long id, Viewer viewer) {
        return jooq.selectFrom(EXPORT_RUN)
                .where(EXPORT_RUN.ID.eq(id), EXPORT_RUN.STARTED_BY.eq(viewer.userId()))
                .and(EXPORT_RUN.REMOVED_AT.isNull())
                .and(EXPORT_RUN.WRITTEN_AT.isNull().or(EXPORT_RUN.WRITTEN_AT.gt(yesterday())))
                .fetchOptional(ExportStore::run);
    }

    /** Marks those that are older than a day, and names them. */
    List<Long> removeOld() {
        return jooq.update(EXPORT_RUN)
                .set(EXPORT_RUN.REMOVED_AT, clock.instant())
                .where(EXPORT_RUN.REMOVED_AT.isNull(), EXPORT_RUN.WRITTEN_AT.le(yesterday()))
                .returningResult(EXPORT_RUN.ID)
                .fetch(EXPORT_RUN.ID);
    }

    private Instant yesterday() {
        return clock.instant().minus(KEPT);
    }

    private static ExportRun run(ExportRunRecord row) {
        return new ExportRun(
                Long.toString(row.getId()),
                row.getRecordType(),
                row.getFileName(),
                row.getRowCount(),
                row.getByteCount(),
                row.getJobId() == null ? null : Long.toString(row.getJobId()),
                row.getCreatedAt(),
                row.getWrittenAt() == null ? null : row.getWrittenAt().plus(KEPT));
    }
}
