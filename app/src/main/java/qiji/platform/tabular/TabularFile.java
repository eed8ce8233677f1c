package qiji.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that holds a table with a header row. What it is shows in its content; its name does not matter. */
public sealed interface TabularFile permits CsvFile, WorkbookFile {
    /** The bytes of a file, to be read from anywhere and more than once: as it lies on disk, or opened while it is read. */
    @FunctionalInterface
    interface Content {
        SeekableByteChannel open() throws IOException;

        static Content of(Path path) {
            return () -> Files.newByteChannel(path);
        }

        default InputStream stream() throws IOException {
            return Channels.newInputStream(open());
        }
    }

    /** Opens the first sheet that holds anything, if it is a workbook. Throws {@link UnreadableFile}. */
    static TabularFile open(Path path) throws IOException {
        return open(path, null, Limits.STANDARD);
    }

    /** Opens that sheet, if it is a workbook. Throws {@link UnreadableFile}, NO_SUCH_SHEET among others. */
    static TabularFile open(Path path, @Nullable String sheet) throws IOException {
        return open(path, sheet, Limits.STANDARD);
    }

    /** See {@link #open(Path, String)}. */
    static TabularFile open(Path path, @Nullable String sheet, Limits limits) throws IOException {
        return open(Content.of(path), CsvFile.Reading.DETECTED, sheet, limits);
    }

    /** See {@link #open(Path)}. {@code reading} is how, if it is a text. */
    static TabularFile open(Content content, CsvFile.Reading reading) throws IOException {
        return open(content, reading, null, Limits.STANDARD);
    }

    private static TabularFile open(Content content, CsvFile.Reading reading, @Nullable String sheet, Limits limits)
            throws IOException {
        long size;
        try (var channel = content.open()) {
            size = channel.size();
        }
        if (size > limits.fileBytes()) {
            throw new UnreadableFile(TabularProblem.TOO_LARGE, Map.of("limitBytes", limits.fileBytes()));
        }
        return switch (FileKind.of(content)) {
            case TEXT -> CsvFile.open(content, reading, limits);
            case WORKBOOK -> WorkbookFile.open(content, sheet, limits);
        };
    }

    /** Reads on from below row {@code number}, for work that was interrupted after it; 0 reads from the top. */
    Rows rowsAfter(long number);

    /** All rows below the header. */
    default Rows rows() {
        return rowsAfter(0);
    }

    /** The names of the columns, all different and none empty. */
    default List<String> columns() {
        try (var rows = rows()) {
            return rows.columns();
        }
    }

    /** Reads the whole file. Throws {@link UnreadableFile} if any part of it cannot be read. */
    default long countRows() {
        try (var rows = rows()) {
            long count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** The first rows, at most {@code size}. */
    default List<Row> sample(int size) {
        try (var rows = rows()) {
            var sample = new ArrayList<Row>();
            while (sample.size() < size && rows.hasNext()) {
                sample.add(rows.next());
            }
            return sample;
        }
    }
}
