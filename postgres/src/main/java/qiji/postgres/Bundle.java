package qiji.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL that comes with the program, unpacked once per machine (60 MB) into a cache folder. */
final class Bundle {
    private Bundle() {}

    /** Where root unpacks them, every user can run them. */
    static Binaries unpack() throws IOException {
        if (Bundle.class.getResource(archive()) == null) {
            throw new PostgresFailed(
                    "No PostgreSQL for this system (%s %s) is bundled: use an external PostgreSQL, version 15 or newer."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        IOException first = null;
        for (var cache : caches()) {
            try {
                return Binaries.at(unpackInto(cache));
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw new PostgresFailed(
                "There is no place to unpack PostgreSQL in: make one of %s writable, with 60 MB free."
                        .formatted(caches()),
                first);
    }

    /** The system's cache for root, whose own folders nobody else can enter; else the user's; else a temporary folder. */
    private static List<Path> caches() throws IOException {
        var folders = new ArrayList<Path>();
        if (RunAs.isRoot()) {
            folders.add(Path.of("/var/cache/qiji"));
        } else {
            var xdg = System.getenv("XDG_CACHE_HOME");
            folders.add(
                    (xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache")).resolve("qiji"));
        }
        folders.add(Path.of(System.getProperty("java.io.tmpdir"), "qiji-" + me()));
        return folders;
    }

    static Path unpackInto(Path cache) throws IOException {
        Folders.create(cache, "rwxr-xr-x");
        if (RunAs.idOf(cache, "uid") != me()) {
            throw new IOException(cache + " belongs to another user");
        }
        var target = cache.resolve("postgres-" + version());
        if (runs(target)) {
            return target.resolve("bin");
        }
        var draft = Files.createTempDirectory(cache, "unpacking-");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpackHere(draft);
            Folders.delete(target);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (!runs(target)) { // otherwise another process was faster
                throw e;
            }
        }
        return target.resolve("bin");
    }

    private static boolean runs(Path installation) {
        return Files.isExecutable(installation.resolve("bin/postgres"))
                && Files.isDirectory(installation.resolve("share"));
    }

    private static void unpackHere(Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(open(archive())), 1 << 16))) {
            @Nullable TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var path = entry.resolveIn(folder);
                Folders.create(path.getParent(), "rwxr-xr-x");
                if (entry.isDirectory()) {
                    Folders.create(path, "rwxr-xr-x");
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    var runnable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String archive() {
        return "/postgres-linux-" + architecture() + ".txz";
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var in = open("/qiji/postgres/bundled.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version") + "-" + architecture();
    }

    private static InputStream open(String resource) throws IOException {
        var in = Bundle.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("The program lacks its file " + resource);
        }
        return in;
    }

    private static String architecture() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    private static int me() throws IOException {
        return RunAs.idOf(Path.of("/proc/self"), "uid");
    }
}
