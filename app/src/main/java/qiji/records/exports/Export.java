package qiji.records.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.platform.tabular.TableWriter;
import qiji.records.Aggregates;
import qiji.records.Catalogue;
import qiji.records.Choice;
import qiji.records.Kind;
import qiji.records.Path;
import qiji.records.RecordQuery;
import qiji.records.RecordType;
import qiji.records.Records;

/** Writes the records of a list into a file: the same rows, within the same rights, with words instead of codes. [X3 B7] */
@Service
public class Export {
    /** Without the header. */
    private static final int ROWS_OF_A_SHEET = 1_048_575;

    private final Records records;
    private final Catalogue catalogue;
    private final Audits audits;

    Export(Records records, Catalogue catalogue, Audits audits) {
        this.records = records;
        this.catalogue = catalogue;
        this.audits = audits;
    }

    /** The file formats there are. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        /** In upper or lower case. Throws INVALID_FIELDS. */
        static Format of(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(List.of(
                            FieldFault.of("format", "unknown", Words.of("应为 XLSX 或 CSV", "It must be XLSX or CSV")))));
        }

        public String contentType() {
            return contentType;
        }
    }

    /** What is to be exported: as in a list; {@code ids} empty means all that the filter means. */
    public record Wish(
            List<String> fields,
            @Nullable String filter,
            @Nullable String sort,
            List<Long> ids,
            @Nullable LocalDate asOf) {
        /** What the file is called that is made {@code today}: of a past day by that day, and so that one sees it. */
        String fileName(RecordType<?> type, Format format, LocalDate today, Locale locale) {
            Words words = asOf == null ? Words.of("%s-%s", "%s-%s") : Words.of("%s-回看%s", "%s-as-of-%s");
            String name = words.with(type.words(), asOf == null ? today : asOf).in(locale);
            return name + "." + format.name().toLowerCase(Locale.ROOT);
        }

        String sheetName(RecordType<?> type, Locale locale) {
            String name = type.words().in(locale);
            return asOf == null ? name : name + " " + asOf;
        }
    }

    /** A wish that was found to be right, with the names of its columns. */
    public record Prepared(RecordQuery query, String sheet, List<Path> columns, Locale locale) {}

    /**
     * Checks everything that can be refused, before the first byte is sent, and writes the export down in the audit.
     * Throws FORBIDDEN, INVALID_FIELDS, the latter also if a sheet cannot hold that many rows.
     */
    @Transactional
    public Prepared prepare(RecordType<?> type, Wish wish, Format format, Viewer viewer, Locale locale) {
        RecordQuery query = query(type, wish, viewer);
        List<Path> columns = query.columns();
        if (format == Format.XLSX && query.hasMoreThan(ROWS_OF_A_SHEET)) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "format",
                    "too-many-rows",
                    Words.of("超过一个工作表的行数，请导出 CSV", "More rows than a sheet holds: export CSV instead"))));
        }
        audits.record(
                viewer,
                "export",
                type.name(),
                null,
                Map.of(
                        "fields",
                        wish.fields(),
                        "filter",
                        wish.filter() == null ? "" : wish.filter(),
                        "ids",
                        wish.ids().size(),
                        "asOf",
                        wish.asOf() == null ? "" : wish.asOf().toString()));
        return new Prepared(query, wish.sheetName(type, locale), columns, locale);
    }

    /** Throws FORBIDDEN, INVALID_FIELDS as {@link #prepare}, but writes nothing down. */
    public void mustHold(RecordType<?> type, Wish wish, Viewer viewer) {
        var _ = query(type, wish, viewer).columns();
    }

    private RecordQuery query(RecordType<?> type, Wish wish, Viewer viewer) {
        viewer.mustBeAllowed(type.name() + ":export");
        RecordQuery query = records.query(type, viewer)
                .asOf(wish.asOf())
                .where(wish.filter())
                .sort(wish.sort())
                .fields(wish.fields());
        return wish.ids().isEmpty() ? query : query.only(wish.ids());
    }

    /** Writes the file with flat memory. */
    @Transactional(readOnly = true)
    public void write(Prepared prepared, Format format, OutputStream out) {
        write(prepared, format, out, _ -> {});
    }

    /** The same, telling after each row how many are written. */
    @Transactional(readOnly = true)
    public void write(Prepared prepared, Format format, OutputStream out, LongConsumer progress) {
        List<String> header = prepared.columns.stream()
                .map(path -> label(path, prepared.locale))
                .toList();
        List<Map<String, String>> words = prepared.columns.stream()
                .map(path -> words(path, prepared.locale))
                .toList();
        try (TableWriter writer = format == Format.CSV
                ? TableWriter.csv(out, header)
                : TableWriter.workbook(out, prepared.sheet, header)) {
            long[] written = {0};
            prepared.query.stream(row -> {
                write(writer, row, prepared.columns, words);
                progress.accept(++written[0]);
            });
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            TableWriter writer,
            Map<String, @Nullable Object> row,
            List<Path> columns,
            List<Map<String, String>> words) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(columns.get(i).kind(), row.get(columns.get(i).text()), words.get(i)));
        }
        try {
            writer.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object cell(Kind kind, @Nullable Object value, Map<String, String> words) {
        return switch (value) {
            case null -> null;
            case Aggregates.Reference reference -> reference.label();
            case List<?> items -> items.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case String moment
            when kind == Kind.INSTANT ->
                LocalDateTime.ofInstant(Instant.parse(moment), Time.ZONE).withNano(0);
            case String code when kind == Kind.CHOICE -> words.getOrDefault(code, code);
            case Integer number -> number;
            case Long number -> number;
            case BigDecimal number -> number;
            case Boolean truth -> truth;
            case LocalDate day -> day;
            default -> value.toString();
        };
    }

    private static String label(Path path, Locale locale) {
        return path.steps().stream().map(step -> step.label().in(locale)).collect(Collectors.joining(" · "));
    }

    private Map<String, String> words(Path path, Locale locale) {
        return path.kind() != Kind.CHOICE
                ? Map.of()
                : catalogue.choices(path.last()).stream()
                        .collect(Collectors.toMap(
                                Choice::code, choice -> choice.label().in(locale)));
    }
}
