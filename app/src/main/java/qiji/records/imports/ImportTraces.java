package qiji.records.imports;

import static db.records.Tables.IMPORT_CHANGE;
import static db.records.Tables.IMPORT_ERROR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.records.imports.ImportTarget.Written;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** What an import left behind: which record it changed and how, which row it could not take and why. */
@Component
class ImportTraces {
    private static final String CELLS = "cells";
    private static final String FAULTS = "faults";
    private static final String BEFORE = "before";

    private final DSLContext jooq;
    private final SealedJson sealed;

    ImportTraces(DSLContext jooq, SealedJson sealed) {
        this.jooq = jooq;
        this.sealed = sealed;
    }

    /** {@code before} is null for a record that the import created, and for what can no longer be opened. */
    record Change(
            String type,
            Written written,
            boolean isCreated,
            @Nullable ObjectNode before) {}

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
        int added = jooq.insertInto(IMPORT_CHANGE)
                .set(IMPORT_CHANGE.RUN_ID, runId)
                .set(IMPORT_CHANGE.RECORD_TYPE, type)
                .set(IMPORT_CHANGE.RECORD_ID, written.id())
                .set(IMPORT_CHANGE.ROW_NUMBER, rowNumber)
                .set(IMPORT_CHANGE.VERSION, written.version())
                .set(IMPORT_CHANGE.BEFORE_CIPHER, sealed.seal(BEFORE, before))
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            updatedAgain(runId, type, written, before);
        }
    }

    private void updatedAgain(long runId, String type, Written written, ObjectNode before) {
        var change = jooq.fetchSingle(
                IMPORT_CHANGE,
                IMPORT_CHANGE
                        .RUN_ID
                        .eq(runId)
                        .and(IMPORT_CHANGE.RECORD_TYPE.eq(type))
                        .and(IMPORT_CHANGE.RECORD_ID.eq(written.id())));
        change.setVersion(written.version());
        if (change.getBeforeCipher() != null) {
            var oldest = before.deepCopy();
            before(change.getBeforeCipher()).ifPresent(oldest::setAll);
            change.setBeforeCipher(sealed.seal(BEFORE, oldest));
        }
        change.update();
    }

    private Optional<ObjectNode> before(byte @Nullable [] cipher) {
        return sealed.open(BEFORE, cipher, ObjectNode.class);
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
                IMPORT_ERROR,
                IMPORT_ERROR.RUN_ID,
                IMPORT_ERROR.ROW_NUMBER,
                IMPORT_ERROR.CELLS_CIPHER,
                IMPORT_ERROR.FAULTS_CIPHER);
        for (var row : rows) {
            insert = insert.values(
                    runId, row.number(), sealed.seal(CELLS, row.cells()), sealed.seal(FAULTS, row.faults()));
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
                        sealed.open(CELLS, row.getCellsCipher(), new TypeReference<List<String>>() {})
                                .orElse(List.of()),
                        sealed.open(FAULTS, row.getFaultsCipher(), new TypeReference<List<RowFault>>() {})
                                .orElse(List.of())));
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
                        row.getBeforeCipher() == null,
                        before(row.getBeforeCipher()).orElse(null)));
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
