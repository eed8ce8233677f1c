package qiji.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The database files: one folder for each major version of PostgreSQL, since their formats differ. */
record Cluster(Path home, Path data, Binaries binaries, RunAs user) {
    /**
     * How the programs name the data folder. They are started in it, by a parent that may enter it; so they need no
     * right to enter the folders above it, as with root's 0700 home. ({@code "."} would not do: the server makes that
     * an absolute path and walks it from the top.)
     */
    static final String WORKING_FOLDER = "/proc/self/cwd";

    static Cluster in(Path home, Binaries binaries) throws IOException {
        var data = home.resolve("pg" + binaries.major());
        var cluster = new Cluster(home, data, binaries, RunAs.ownerOf(data));
        cluster.requireEntry();
        return cluster;
    }

    boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    Path superuserPassword() {
        return home.resolve("superuser-password");
    }

    private Path draft() {
        return home.resolve(data.getFileName() + ".new");
    }

    void stopOrphans() throws IOException {
        Orphans.stop(data);
        Orphans.stop(draft());
    }

    /** Refuses to begin an empty database beside the one of another version. */
    void refuseOtherVersions() throws IOException {
        try (var others = Files.newDirectoryStream(home, "pg[0-9][0-9]")) {
            for (var other : others) {
                if (!exists() && Files.exists(other.resolve("PG_VERSION"))) {
                    throw new PostgresFailed(
                            "The database in %s was made by PostgreSQL %s, and this program brings %d: back it up with the program that made it and restore that into an empty folder."
                                    .formatted(
                                            home,
                                            Files.readString(other.resolve("PG_VERSION"))
                                                    .strip(),
                                            binaries.major()));
                }
            }
        }
    }

    /** Makes the files in a draft folder and renames it when it is whole, so a crash leaves no half cluster. */
    void create() throws IOException {
        Folders.delete(draft());
        Folders.create(draft(), "rwx------");
        Secrets.create(superuserPassword());
        user.give(draft());
        user.give(superuserPassword());
        var log = home.resolve("initdb.log");
        int status = run(initdb(), log);
        if (status != 0) {
            var why = PostgresFailed.because(home, "make its files", status, Files.readString(log), log);
            Folders.delete(draft());
            throw why;
        }
        user.takeBack(superuserPassword());
        Files.delete(log);
        Folders.replace(draft(), data);
    }

    /** Byte order sorts fast, while letters are those of Unicode: with a C ctype trigrams would not see Chinese. */
    private List<String> initdb() {
        var command = new ArrayList<>(List.of(binaries.initdb(), "-D", WORKING_FOLDER, "-U", "postgres"));
        command.addAll(
                List.of("-A", "scram-sha-256", "--pwfile=/dev/stdin", "-E", "UTF8", "--data-checksums", "--no-clean"));
        if (binaries.major() >= 17) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        command.addAll(List.of("--lc-collate=C", "--lc-ctype=C.UTF-8"));
        return user.wrap(command);
    }

    private int run(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(draft().toFile())
                .redirectInput(superuserPassword().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.destroy();
        }
    }

    /** Before 16 the programs walk to themselves and back, which needs the right to enter every folder above the data. */
    private void requireEntry() throws IOException {
        if (!user.dropsRoot() || binaries.major() >= 16) {
            return;
        }
        for (@Nullable Path folder = home.toRealPath(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new PostgresFailed(
                        "PostgreSQL %d cannot be run by root under %s, which its user may not enter: choose another folder."
                                .formatted(binaries.major(), folder));
            }
        }
    }
}
