package qiji.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL server that belongs to this process. It ends when this process ends, even by a kill. Close it after
 * everything that uses it; there is no shutdown hook, since hooks run side by side and would take it away too early.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The application's role and the database that it owns. */
    private static final String OWNER = "qiji";

    private static final String SUPERUSER = "postgres";

    private final HomeLock lock;
    private final RunningFile running;
    private final ServerProcess process;
    private final Access owner;
    private final Access superuser;

    private EmbeddedPostgres(
            HomeLock lock, RunningFile running, ServerProcess process, Access owner, Access superuser) {
        this.lock = lock;
        this.running = running;
        this.process = process;
        this.owner = owner;
        this.superuser = superuser;
    }

    /** See {@link Settings#durable}. */
    public static EmbeddedPostgres durable(Path home) {
        return start(Settings.durable(home));
    }

    /** See {@link Settings#throwAway}. */
    public static EmbeddedPostgres throwAway(Path home) {
        return start(Settings.throwAway(home));
    }

    /** Throws {@link AlreadyRunning}, or {@link PostgresFailed} with a sentence that says what to do. */
    public static EmbeddedPostgres start(Settings settings) {
        var home = settings.home();
        try {
            Folders.create(home, RunAs.isRoot() ? "rwx--x--x" : "rwx------");
            var lock = HomeLock.take(home);
            try {
                return start(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw PostgresFailed.because(home, e);
        }
    }

    private static EmbeddedPostgres start(Settings settings, HomeLock lock) throws IOException {
        var home = settings.home();
        var cluster = Cluster.in(home, Binaries.in(settings.binaries()));
        cluster.stopOrphans();
        if (!cluster.exists()) {
            cluster.refuseOtherVersions();
            cluster.create();
        }
        var superuserPassword = Secrets.read(cluster.superuserPassword());
        var ownerPassword = Secrets.readOrCreate(home.resolve("password"));
        var process = ServerProcess.start(cluster, settings);
        try {
            var superuser = new Access(process.port(), SUPERUSER, superuserPassword);
            var owner = new Access(process.port(), OWNER, ownerPassword);
            Greeting.await(process, superuser);
            Greeting.provide(superuser, owner);
            var running = RunningFile.in(home);
            running.write(process.port(), process.pid());
            return new EmbeddedPostgres(lock, running, process, owner, superuser);
        } catch (IOException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    /** The server that another process of the same user runs on {@code home}, if it answers. */
    public static Optional<RunningPostgres> findRunning(Path home) {
        try {
            return RunningFile.in(home).read().flatMap(server -> connectable(home, server));
        } catch (IOException e) {
            throw PostgresFailed.because(home, e);
        }
    }

    private static Optional<RunningPostgres> connectable(Path home, RunningFile.Server server) {
        try {
            var access = new Access(server.port(), OWNER, Secrets.read(home.resolve("password")));
            access.connect(OWNER).close();
            return Optional.of(new RunningPostgres(access.url(OWNER), access.user(), access.password(), server.pid()));
        } catch (IOException e) {
            throw PostgresFailed.because(home, e);
        } catch (SQLException e) {
            return Optional.empty(); // what it left behind, or a stranger on its port
        }
    }

    /** The JDBC address of the application's database. */
    public String url() {
        return owner.url(OWNER);
    }

    public String url(String database) {
        return owner.url(database);
    }

    /** Owns the application's database and may create roles; not a superuser. */
    public String user() {
        return owner.user();
    }

    public String password() {
        return owner.password();
    }

    public String superuser() {
        return superuser.user();
    }

    public String superuserPassword() {
        return superuser.password();
    }

    /** The number of the server's main process. */
    public long pid() {
        return process.pid();
    }

    /** Makes an empty database that belongs to {@link #user()}, in the place of one of that name. */
    public void createDatabase(String name) {
        createDatabaseFromTemplate(name, "template1");
    }

    /** Copies {@code template}, to which nobody may be connected, in the place of a database called {@code name}. */
    public void createDatabaseFromTemplate(String name, String template) {
        dropDatabase(name);
        administer("create database %s owner %s template %s strategy %s"
                .formatted(
                        quoted(name), OWNER, quoted(template), template.equals("template1") ? "wal_log" : "file_copy"));
    }

    /** Drops it, whoever is connected, if it is there. */
    public void dropDatabase(String name) {
        administer("drop database if exists %s with (force)".formatted(quoted(name)));
    }

    private void administer(String sql) {
        try {
            superuser.execute(SUPERUSER, sql);
        } catch (SQLException e) {
            throw new PostgresFailed("PostgreSQL refused \"%s\": %s".formatted(sql, e.getMessage()), e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Completes with the reason when the server ends although nobody closed it; the application cannot go on then. */
    public CompletableFuture<PostgresFailed> onExit() {
        return process.failure().copy();
    }

    /** Rolls back what is open, writes everything down, ends the server. Repeating it does nothing. */
    @Override
    public synchronized void close() {
        try (lock) {
            process.stop();
            running.delete();
        } catch (IOException e) {
            throw new PostgresFailed("The embedded database stopped, but not cleanly: " + e.getMessage(), e);
        }
    }
}
