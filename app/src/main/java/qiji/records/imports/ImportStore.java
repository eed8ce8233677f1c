package qiji.records.imports;

import static db.records.Tables.IMPORT_RUN;
import static db.records.Tables.KEPT_MAPPING;

import db.records.tables.records.ImportRunRecord;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The imports in {@code records.import_run}, and the mappings kept of them. Everyone sees their own. */
@Component
class ImportStore {
    private static final String COLUMNS = "columns";
    private static final String MAPPING = "mapping";
    private static final String REPORT = "report";

    private final DSLContext jooq;
    private final JsonMapper json;
    private final SealedJson sealed;
    private final Clock clock;

    ImportStore(DSLContext jooq, JsonMapper json, SealedJson sealed, Clock clock) {
        this.jooq = jooq;
        this.json = json;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** What is known of a file when it has come. */
    record Upload(String type, String fileName, String content, long size, Found found) {}

    /** What a file was found to be and to hold. */
    record Found(
            @Nullable String encoding,
            @Nullable String separator,
            @Nullable String sheet,
            List<ImportRun.Column> columns,
            long rowCount) {}

    long add(Upload upload, Viewer viewer) {
        return jooq.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.RECORD_TYPE, upload.type())
                .set(IMPORT_RUN.FILE_NAME, upload.fileName())
                .set(IMPORT_RUN.CONTENT, upload.content())
                .set(IMPORT_RUN.FILE_SIZE, upload.size())
                .set(found(upload.found()))
                .set(IMPORT_RUN.STARTED_BY, viewer.userId())
                .returningResult(IMPORT_RUN.ID)
                .fetchSingle()
                .value1();
    }

    /** The file was read in another way: its columns are others now, and nothing that was said of them holds. */
    void setFound(long id, Found found) {
        jooq.update(IMPORT_RUN)
                .set(found(found))
                .set(IMPORT_RUN.MAPPING_CIPHER, (byte[]) null)
                .set(IMPORT_RUN.REPORT_CIPHER, (byte[]) null)
                .set(IMPORT_RUN.STATE, ImportState.UPLOADED.name())
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    private Map<Field<?>, @Nullable Object> found(Found found) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(IMPORT_RUN.ENCODING, found.encoding());
        values.put(IMPORT_RUN.SEPARATOR, found.separator());
        values.put(IMPORT_RUN.SHEET, found.sheet());
        values.put(IMPORT_RUN.COLUMNS_CIPHER, sealed.seal(COLUMNS, found.columns()));
        values.put(IMPORT_RUN.ROW_COUNT, found.rowCount());
        return values;
    }

    Optional<ImportRun> find(long id, Viewer viewer) {
        return jooq.selectFrom(IMPORT_RUN)
                .where(IMPORT_RUN.ID.eq(id))
                .and(visibleTo(viewer))
                .fetchOptional()
                .map(this::run);
    }

    /** The latest first, at most 100. */
    List<ImportRun> list(@Nullable String type, Viewer viewer) {
        return jooq.selectFrom(IMPORT_RUN)
                .where(type == null ? DSL.noCondition() : IMPORT_RUN.RECORD_TYPE.eq(type))
                .and(visibleTo(viewer))
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(100)
                .fetch(this::run);
    }

    /** The name of its file in the file store. */
    String content(long id) {
        return jooq.fetchSingle(IMPORT_RUN, IMPORT_RUN.ID.eq(id)).getContent();
    }

    void setMapping(long id, ImportMapping mapping) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.MAPPING_CIPHER, sealed.seal(MAPPING, mapping))
                .set(IMPORT_RUN.REPORT_CIPHER, (byte[]) null)
                .set(IMPORT_RUN.STATE, ImportState.UPLOADED.name())
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    void setJob(long id, long jobId) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.JOB_ID, jobId)
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    void checked(long id, Object report) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.REPORT_CIPHER, sealed.seal(REPORT, report))
                .set(IMPORT_RUN.STATE, ImportState.CHECKED.name())
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    void setState(long id, ImportState state) {
        boolean ended = state == ImportState.DONE || state == ImportState.UNDONE;
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.STATE, state.name())
                .set(IMPORT_RUN.FINISHED_AT, ended ? clock.instant() : null)
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    void setResult(long id, Object result) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.RESULT, jsonb(result))
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    /** What the run has done so far. */
    ImportResult result(long id) {
        var result = jooq.fetchSingle(IMPORT_RUN, IMPORT_RUN.ID.eq(id)).getResult();
        return result == null ? ImportResult.NOTHING : json.readValue(result.data(), ImportResult.class);
    }

    /** Where the run stands: nobody else can move it on before this transaction ends. */
    Position lock(long id) {
        return jooq.select(IMPORT_RUN.COMMITTED_ROWS, IMPORT_RUN.COMMITTED_THROUGH, IMPORT_RUN.STATE)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.ID.eq(id))
                .forUpdate()
                .fetchSingle(row -> new Position(row.value1(), row.value2(), ImportState.valueOf(row.value3())));
    }

    /** {@code rows} of the file are dealt with, the last one has number {@code through}. */
    record Position(long rows, long through, ImportState state) {}

    void advance(long id, Position position, Object result) {
        jooq.update(IMPORT_RUN)
                .set(IMPORT_RUN.COMMITTED_ROWS, position.rows())
                .set(IMPORT_RUN.COMMITTED_THROUGH, position.through())
                .set(IMPORT_RUN.RESULT, jsonb(result))
                .where(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    void keepMapping(String type, String columnsKey, ImportMapping mapping, Viewer viewer) {
        byte[] kept = sealed.seal(MAPPING, mapping);
        jooq.insertInto(KEPT_MAPPING)
                .set(KEPT_MAPPING.RECORD_TYPE, type)
                .set(KEPT_MAPPING.COLUMNS_KEY, columnsKey)
                .set(KEPT_MAPPING.USER_ID, viewer.userId())
                .set(KEPT_MAPPING.MAPPING_CIPHER, kept)
                .onConflict(KEPT_MAPPING.RECORD_TYPE, KEPT_MAPPING.COLUMNS_KEY, KEPT_MAPPING.USER_ID)
                .doUpdate()
                .set(KEPT_MAPPING.MAPPING_CIPHER, kept)
                .set(KEPT_MAPPING.KEPT_AT, clock.instant())
                .execute();
    }

    Optional<ImportMapping> keptMapping(String type, String columnsKey, Viewer viewer) {
        return jooq.select(KEPT_MAPPING.MAPPING_CIPHER)
                .from(KEPT_MAPPING)
                .where(KEPT_MAPPING.RECORD_TYPE.eq(type))
                .and(KEPT_MAPPING.COLUMNS_KEY.eq(columnsKey))
                .and(KEPT_MAPPING.USER_ID.eq(viewer.userId()))
                .fetchOptional()
                .flatMap(row -> sealed.open(MAPPING, row.value1(), ImportMapping.class));
    }

    private static Condition visibleTo(Viewer viewer) {
        return viewer.isSystem() ? DSL.noCondition() : IMPORT_RUN.STARTED_BY.eq(viewer.userId());
    }

    private ImportRun run(ImportRunRecord row) {
        return new ImportRun(
                row.getId().toString(),
                row.getRecordType(),
                row.getFileName(),
                row.getFileSize(),
                row.getEncoding(),
                row.getSeparator(),
                row.getSheet(),
                sealed.open(COLUMNS, row.getColumnsCipher(), new TypeReference<List<ImportRun.Column>>() {})
                        .orElse(List.of()),
                row.getRowCount(),
                null,
                sealed.open(MAPPING, row.getMappingCipher(), ImportMapping.class)
                        .orElse(null),
                ImportState.valueOf(row.getState()),
                sealed.open(REPORT, row.getReportCipher(), JsonNode.class).orElse(null),
                tree(row.getResult()),
                row.getCommittedRows(),
                row.getJobId() == null ? null : row.getJobId().toString(),
                row.getCreatedAt(),
                row.getFinishedAt());
    }

    private @Nullable JsonNode tree(@Nullable JSONB value) {
        return value == null ? null : json.readTree(value.data());
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }
}
