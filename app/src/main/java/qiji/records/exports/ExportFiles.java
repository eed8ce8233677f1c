package qiji.records.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import qiji.platform.DataFolder;

/** The files themselves, each under the number of its export: {@code exports/17} in the data folder, for a day. */
@Component
class ExportFiles {
    private final DataFolder data;

    ExportFiles(DataFolder data) {
        this.data = data;
    }

    /** Whole or not at all; written anew if it was there. Its size in bytes. */
    long write(long id, Consumer<OutputStream> content) {
        Path place = find(id);
        Path draft = place.resolveSibling(id + ".draft");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.accept(out);
            }
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(place);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } finally {
            delete(draft);
        }
    }

    Path find(long id) {
        return data.folder("exports").resolve(Long.toString(id));
    }

    void delete(long id) {
        delete(find(id));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
