package qiji.records.imports;

import static db.records.Tables.IMPORT_CHANGE;
import static db.records.Tables.IMPORT_ERROR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.records.imports.ImportTarget.Written;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an import left behind: which record it changed and how, which row it could not take and why. */
@Component
class ImportTraces {
    private final DSLContext jooq;
    private final JsonMapper json;

    ImportTraces(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    /** {@code before} is null for a record that the import created. */
    record Change(String type, Written written, @Nullable ObjectNode before) {}

    record BadRow(long number, List<String> cells, List<RowFault> faults) {}

    void created(long runId, String type, long rowNumber, Written written) {
        jooq.insertInto(IMPORT_CHANGE)
                .set(IMPORT_CHANGE.RUN_ID, runId)
                .set(IMPORT_CHANGE.RECORD_TYPE, type)
                .set(IMPORT_CHANGE.RECORD_ID, written.id())
                .set(IMPORT_CHANGE.ROW_NUMBER, rowNumber)
                .set(IMPORT_CHANGE.VERSION, written.version())
                .execute();
    }

    /** Of several updates by one run the oldest values are kept; a record that the run created has none. */
    void updated(long runId, String type, long rowNumber, Written written, ObjectNode before) {
        var values = JSONB.valueOf(json.writeValueAsString(before));
        jooq.insertInto(IMPORT_CHANGE)
                .set(IMPORT_CHANGE.RUN_ID, runId)
                .set(IMPORT_CHANGE.RECORD_TYPE, type)
                .set(IMPORT_CHANGE.RECORD_ID, written.id())
                .set(IMPORT_CHANGE.ROW_NUMBER, rowNumber)
                .set(IMPORT_CHANGE.VERSION, written.version())
                .set(IMPORT_CHANGE.BEFORE, values)
                .onConflict(IMPORT_CHANGE.RUN_ID, IMPORT_CHANGE.RECORD_TYPE, IMPORT_CHANGE.RECORD_ID)
                .doUpdate()
                .set(IMPORT_CHANGE.VERSION, written.version())
                .set(IMPORT_CHANGE.BEFORE, DSL.field("{0} || {1}", JSONB.class, DSL.val(values), IMPORT_CHANGE.BEFORE))
                .execute();
    }

    void createdAll(long runId, String type, List<ImportRow> rows, List<Written> written) {
        var insert = jooq.insertInto(
                IMPORT_CHANGE,
                IMPORT_CHANGE.RUN_ID,
                IMPORT_CHANGE.RECORD_TYPE,
                IMPORT_CHANGE.RECORD_ID,
                IMPORT_CHANGE.ROW_NUMBER,
                IMPORT_CHANGE.VERSION);
        for (int i = 0; i < rows.size(); i++) {
            insert = insert.values(
                    runId,
                    type,
                    written.get(i).id(),
                    rows.get(i).number(),
                    written.get(i).version());
        }
        insert.execute();
    }

    /** How many were not known as refused before. */
    int refused(long runId, List<BadRow> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var insert = jooq.insertInto(
                IMPORT_ERROR, IMPORT_ERROR.RUN_ID, IMPORT_ERROR.ROW_NUMBER, IMPORT_ERROR.CELLS, IMPORT_ERROR.FAULTS);
        for (var row : rows) {
            insert = insert.values(
                    runId,
                    row.number(),
                    JSONB.valueOf(json.writeValueAsString(row.cells())),
                    JSONB.valueOf(json.writeValueAsString(row.faults())));
        }
        return insert.onConflictDoNothing().execute();
    }

    /** At most 1,000 refused rows after row {@code number}. */
    List<BadRow> refusedAfter(long runId, long number) {
        return jooq.selectFrom(IMPORT_ERROR)
                .where(IMPORT_ERROR.RUN_ID.eq(runId))
                .and(IMPORT_ERROR.ROW_NUMBER.gt(number))
                .orderBy(IMPORT_ERROR.ROW_NUMBER)
                .limit(1000)
                .fetch(row -> new BadRow(
                        row.getRowNumber(),
                        json.readValue(row.getCells().data(), new TypeReference<List<String>>() {}),
                        json.readValue(row.getFaults().data(), new TypeReference<List<RowFault>>() {})));
    }

    /** At most {@code size} changes of that type, or of the others, that are not undone, the last made first. */
    List<Change> changes(long runId, String type, boolean isOfType, long beforeId, int size) {
        return jooq.selectFrom(IMPORT_CHANGE)
                .where(IMPORT_CHANGE.RUN_ID.eq(runId))
                .and(isOfType ? IMPORT_CHANGE.RECORD_TYPE.eq(type) : IMPORT_CHANGE.RECORD_TYPE.ne(type))
                .and(IMPORT_CHANGE.RECORD_ID.lt(beforeId))
                .andNot(IMPORT_CHANGE.UNDONE)
                .orderBy(IMPORT_CHANGE.RECORD_ID.desc())
                .limit(size)
                .fetch(row -> new Change(
                        row.getRecordType(),
                        new Written(row.getRecordId(), row.getVersion()),
                        row.getBefore() == null
                                ? null
                                : (ObjectNode) json.readTree(row.getBefore().data())));
    }

    int countChanges(long runId) {
        return jooq.fetchCount(IMPORT_CHANGE, IMPORT_CHANGE.RUN_ID.eq(runId).andNot(IMPORT_CHANGE.UNDONE));
    }

    void undone(long runId, Change change) {
        jooq.update(IMPORT_CHANGE)
                .set(IMPORT_CHANGE.UNDONE, true)
                .where(IMPORT_CHANGE.RUN_ID.eq(runId))
                .and(IMPORT_CHANGE.RECORD_TYPE.eq(change.type()))
                .and(IMPORT_CHANGE.RECORD_ID.eq(change.written().id()))
                .execute();
    }

    /** The records that rows of this run created or changed, by row. */
    Map<Long, Long> recordsOf(long runId, String type, Set<Long> rowNumbers) {
        return jooq.select(IMPORT_CHANGE.ROW_NUMBER, IMPORT_CHANGE.RECORD_ID)
                .from(IMPORT_CHANGE)
                .where(IMPORT_CHANGE.RUN_ID.eq(runId))
                .and(IMPORT_CHANGE.RECORD_TYPE.eq(type))
                .and(IMPORT_CHANGE.ROW_NUMBER.eq(DSL.any(rowNumbers.toArray(Long[]::new))))
                .fetchMap(IMPORT_CHANGE.ROW_NUMBER, IMPORT_CHANGE.RECORD_ID);
    }
}
