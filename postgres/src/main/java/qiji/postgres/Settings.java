package qiji.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded server runs: the {@code home} folder of everything that belongs to it (databases, passwords, lock,
 * log); the folder of the programs {@code initdb} and {@code postgres}, null for the bundled ones; whether it is
 * {@code durable}, false only where losing the data is harmless; and PostgreSQL's own settings, laid over the defaults
 * chosen here.
 */
public record Settings(Path home, @Nullable Path binaries, boolean durable, Map<String, String> server) {
    public Settings {
        home = home.toAbsolutePath().normalize();
        server = Map.copyOf(server);
    }

    /** What was confirmed survives a crash of the program, of the server and of the machine. */
    public static Settings durable(Path home) {
        return new Settings(home, null, true, Map.of());
    }

    /** Fast, and gone after a crash of the machine. */
    public static Settings throwAway(Path home) {
        return new Settings(home, null, false, Map.of());
    }

    public Settings withBinaries(Path folder) {
        return new Settings(home, folder, durable, server);
    }

    public Settings with(String name, String value) {
        var more = new LinkedHashMap<>(server);
        more.put(name, value);
        return new Settings(home, binaries, durable, more);
    }

    /** Sized for two cores and a few gigabytes; only this machine can connect. */
    Map<String, String> forServerOn(int port) {
        var all = new LinkedHashMap<String, String>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        // Neither refused statements, which quote customers' data, nor checkpoints: the log stays small.
        all.put("log_min_messages", "log");
        all.put("log_checkpoints", "off");
        all.put("max_connections", "100");
        all.put("shared_buffers", "256MB");
        all.put("effective_cache_size", "1GB");
        all.put("work_mem", "16MB");
        all.put("maintenance_work_mem", "128MB");
        all.put("random_page_cost", "1.1");
        all.put("jit", "off");
        all.put("fsync", onOff(durable));
        all.put("full_page_writes", onOff(durable));
        all.put("synchronous_commit", onOff(durable));
        if (!durable) {
            all.put("wal_level", "minimal");
            all.put("max_wal_senders", "0");
            // It comes at times of its own: tests that look at plans would fail now and then.
            all.put("autovacuum", "off");
        }
        all.putAll(server);
        return all;
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
