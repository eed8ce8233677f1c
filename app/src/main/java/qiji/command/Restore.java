package qiji.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Reads what {@link Backup} wrote into an empty database: equal row for row, history and sequences included. [X10] */
final class Restore {
    private final Database database;
    private final Path data;

    Restore(Database database, Path data) {
        this.database = database;
        this.data = data;
    }

    /** Throws {@link Refused} if {@code file} is not what {@link Backup} writes, before anything is made of it. */
    static void mustBeBackup(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file %s.".formatted(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            text(zip, Backup.VERSION);
            text(zip, Backup.SEQUENCES);
        } catch (IOException e) {
            throw noBackup(file, e);
        }
    }

    /** All or nothing of the database; afterwards it is migrated to the shape of this program. */
    void read(Path file) {
        Migration migration = new Migration(database);
        if (migration.version() != null) {
            throw new Refused("The database is not empty: restore into an empty one.");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            migration.migrateTo(text(zip, Backup.VERSION).strip());
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                read(zip, connection);
                connection.commit();
            }
            restoreFolders(zip);
            migration.migrate(null);
        } catch (ZipException e) {
            throw noBackup(file, e);
        } catch (FileSystemException e) {
            throw DataFolder.unusable(data, e);
        } catch (IOException e) {
            throw new Refused("The backup %s could not be read: %s.".formatted(file, e.getMessage()), e);
        } catch (SQLException e) {
            throw new Refused("The database refused the backup: %s".formatted(e.getMessage()), e);
        }
    }

    private static void read(ZipFile zip, Connection connection) throws SQLException, IOException {
        List<Table> tables = Table.all(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all deferred");
            for (Table table : tables) {
                statement.execute("alter table %s disable trigger user".formatted(table.quoted()));
            }
            // The migrations wrote rows that the backup holds too.
            statement.execute("truncate "
                    + String.join(", ", tables.stream().map(Table::quoted).toList()));
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Table table : tables) {
                ZipEntry entry = zip.getEntry(Backup.TABLES + table.name());
                if (entry != null) {
                    try (InputStream rows = zip.getInputStream(entry)) {
                        copy.copyIn(
                                "copy %s (%s) from stdin (format binary)".formatted(table.quoted(), table.columns()),
                                rows);
                    }
                }
            }
            Sequences.write(connection, text(zip, Backup.SEQUENCES).lines().toList());
            statement.execute("set constraints all immediate");
            for (Table table : tables) {
                statement.execute("alter table %s enable trigger user".formatted(table.quoted()));
            }
        }
    }

    private void restoreFolders(ZipFile zip) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            Path target = data.resolve(entry.getName()).normalize();
            boolean ours = Backup.FOLDERS.stream().anyMatch(folder -> target.startsWith(data.resolve(folder)));
            if (ours && !entry.isDirectory()) {
                Files.createDirectories(target.getParent(), ownerOnly("rwx------"));
                Files.createFile(target, ownerOnly("rw-------"));
                try (InputStream content = zip.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(target)) {
                    content.transferTo(out);
                }
            }
        }
    }

    /** Keys and customers' files are for nobody else, as where the application itself writes them. */
    private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static Refused noBackup(Path file, Throwable cause) {
        return new Refused("%s is no backup of 契机.".formatted(file), cause);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw noBackup(Path.of(zip.getName()), new NoSuchFileException(name));
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
