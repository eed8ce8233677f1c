package qiji.records.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One load of one file into one record type. {@code report} tells what the dry run found, {@code result} what the run did;
 * {@code proposal} is what the mapping could be, as long as nobody has set one.
 */
record ImportRun(
        String id,
        String type,
        String fileName,
        long fileSize,
        @Nullable String encoding,
        @Nullable String separator,
        @Nullable String sheet,
        List<Column> columns,
        long rowCount,
        @Nullable ImportMapping proposal,
        @Nullable ImportMapping mapping,
        ImportState state,

        @Schema(implementation = ImportReport.class) @Nullable
        JsonNode report,

        @Schema(anyOf = {ImportResult.class, UndoResult.class}) @Nullable
        JsonNode result,

        long committedRows,
        @Nullable String jobId,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** A column of the file with its first values. */
    record Column(String name, List<String> samples) {}

    long number() {
        return Long.parseLong(id);
    }

    ImportRun proposing(ImportMapping guess) {
        return with(guess, state);
    }

    ImportRun in(ImportState other) {
        return with(proposal, other);
    }

    private ImportRun with(@Nullable ImportMapping guess, ImportState other) {
        return new ImportRun(
                id,
                type,
                fileName,
                fileSize,
                encoding,
                separator,
                sheet,
                columns,
                rowCount,
                guess,
                mapping,
                other,
                report,
                result,
                committedRows,
                jobId,
                createdAt,
                finishedAt);
    }
}
