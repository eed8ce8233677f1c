package qiji.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Writes one file that holds everything: all rows of one moment, sequences, files and keys. The application may go on
 * working meanwhile. {@link Restore} reads it. [X10]
 */
final class Backup {
    static final String TABLES = "tables/";
    static final String SEQUENCES = "sequences.txt";
    static final String VERSION = "version.txt";
    /** Folders of the data folder that belong to the data. */
    static final List<String> FOLDERS = List.of("files", "keys");

    private static final Path INCOMING = Path.of("files", "incoming");

    private final Database database;
    private final Path data;

    Backup(Database database, Path data) {
        this.database = database;
        this.data = data;
    }

    /** Writes {@code file} whole or not at all; only its owner can read it. */
    void write(Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path unfinished = Files.createTempFile(
                    folder,
                    ".backup",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (var zip =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                    write(zip);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new Refused("The backup could not be written to %s: %s.".formatted(target, e.getMessage()), e);
        } catch (SQLException e) {
            throw new Refused("The database could not be read for the backup: %s".formatted(e.getMessage()), e);
        }
    }

    private void write(ZipOutputStream zip) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            add(zip, VERSION, version());
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Table table : Table.all(connection)) {
                zip.putNextEntry(new ZipEntry(TABLES + table.name()));
                copy.copyOut("copy %s (%s) to stdout (format binary)".formatted(table.quoted(), table.columns()), zip);
                zip.closeEntry();
            }
            add(zip, SEQUENCES, String.join("\n", Sequences.read(connection)));
            connection.rollback();
        }
        // After the rows: a file that a row names has been there before the row.
        for (String folder : FOLDERS) {
            addFolder(zip, data.resolve(folder));
        }
    }

    private String version() {
        @Nullable String version = new Migration(database).version();
        if (version == null) {
            throw new Refused("There is nothing to back up yet: start the application once.");
        }
        return version;
    }

    private void addFolder(ZipOutputStream zip, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : filesIn(folder)) {
            zip.putNextEntry(new ZipEntry(data.relativize(file).toString()));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    /** Without what is still being uploaded: no row names it, and it may be gone when its turn comes. */
    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                return inner.endsWith(INCOMING) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
