package qiji.demo.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import qiji.demo.DemoAccount;

/** The accounts of a demonstration, kept in its data folder so that they can be told again. Only its owner may read it. */
public final class AccountFile {
    private final Path file;

    public AccountFile(Path data) {
        this.file = data.resolve("demo-accounts.txt");
    }

    public void write(List<DemoAccount> accounts) {
        List<String> lines = accounts.stream()
                .map(it -> String.join("\t", it.role(), it.roleName(), it.name(), it.username(), it.password()))
                .toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if somebody has taken it away. */
    public List<DemoAccount> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t", -1))
                    .map(it -> new DemoAccount(it[0], it[1], it[2], it[3], it[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
