package qiji.platform.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.platform.tabular.TabularFile.Content;

/** A table as one sheet of an xlsx workbook. */
public final class WorkbookFile implements TabularFile {
    private final Content content;
    private final WorkbookParts parts;
    private final String sheet;
    private final Limits limits;

    private WorkbookFile(Content content, WorkbookParts parts, String sheet, Limits limits) {
        this.content = content;
        this.parts = parts;
        this.sheet = sheet;
        this.limits = limits;
    }

    static WorkbookFile open(Content content, @Nullable String sheet, Limits limits) throws IOException {
        WorkbookParts parts;
        try (var zip = WorkbookZip.open(content, limits)) {
            parts = WorkbookParts.of(zip);
        }
        if (sheet != null) {
            if (!parts.sheets().containsKey(sheet)) {
                throw new UnreadableFile(TabularProblem.NO_SUCH_SHEET, Map.of("sheet", sheet));
            }
            var file = new WorkbookFile(content, parts, sheet, limits);
            file.columns();
            return file;
        }
        for (var name : parts.sheets().keySet()) {
            var file = new WorkbookFile(content, parts, name, limits);
            if (file.hasHeader()) {
                return file;
            }
        }
        throw new UnreadableFile(TabularProblem.EMPTY);
    }

    /** The name of the sheet that is read. */
    public String sheet() {
        return sheet;
    }

    /** The names of all sheets that a user of the workbook sees. */
    public List<String> sheets() {
        return List.copyOf(parts.sheets().keySet());
    }

    @Override
    public Rows rowsAfter(long number) {
        try {
            var source = source();
            return Closing.ifRefused(source, () -> new Rows(source, limits.rows(), number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasHeader() throws IOException {
        try (var source = source()) {
            for (var row = source.next(); row != null; row = source.next()) {
                if (!row.isBlank()) {
                    return true;
                }
            }
            return false;
        }
    }

    private SheetSource source() throws IOException {
        var part = parts.sheets().getOrDefault(sheet, "");
        var zip = WorkbookZip.open(content, limits);
        return Closing.ifRefused(zip, () -> {
            if (!zip.has(part)) {
                throw new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", part));
            }
            return new SheetSource(zip, parts, part, limits);
        });
    }
}
