package qiji.records.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.platform.tabular.CsvFile;
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

    private static final Words NO_SEPARATOR =
            Words.of("应为一个字符，不能是字母、数字或引号", "It must be one character, no letter, digit or quotation mark");
    private static final Words NO_ENCODING = Words.of("应为其中之一：%s", "It must be one of %s");

    /** A column of the file with its first values. */
    record Column(String name, List<String> samples) {}

    /**
     * How to read a text file, as its owner knows it; what is missing is found out. Says nothing to a workbook.
     */
    record Reading(
            @Schema(description = "The one character between cells, e.g. a tab or ~", maxLength = 1, example = ";")
            @Nullable
            String separator,

            @Schema(description = "The character encoding, e.g. GB18030", example = "UTF-8") @Nullable
            String encoding) {

        /** Throws INVALID_FIELDS. */
        CsvFile.Reading checked() {
            List<FieldFault> faults = new ArrayList<>();
            String apart = separator == null ? "" : separator;
            if (apart.length() > 1 || !apart.isEmpty() && !CsvFile.canSeparate(apart.charAt(0))) {
                faults.add(FieldFault.of("separator", "no-separator", NO_SEPARATOR));
            }
            var known = CsvFile.ENCODINGS.stream()
                    .filter(it -> it.equalsIgnoreCase(encoding))
                    .findFirst();
            if (encoding != null && !encoding.isEmpty() && known.isEmpty()) {
                faults.add(
                        FieldFault.of("encoding", "unknown", NO_ENCODING.with(String.join(", ", CsvFile.ENCODINGS))));
            }
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
            return new CsvFile.Reading(apart.isEmpty() ? null : apart.charAt(0), known.orElse(null));
        }
    }

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
