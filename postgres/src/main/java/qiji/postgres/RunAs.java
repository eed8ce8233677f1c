package qiji.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that the server runs as. PostgreSQL refuses to be root, so root hands it to another user, and really: the
 * kernel sees that user too.
 */
record RunAs(boolean dropsRoot, int uid, int gid) {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Whoever owns an existing {@code data} folder; for a new one {@code postgres} or, if there is none, {@code nobody}. */
    static RunAs ownerOf(Path data) throws IOException {
        if (!isRoot()) {
            return new RunAs(false, idOf(Path.of("/proc/self"), "uid"), idOf(Path.of("/proc/self"), "gid"));
        }
        if (!Files.isExecutable(SETPRIV)) {
            throw new PostgresFailed(
                    "The database must not run as root, and setpriv is missing: install util-linux, or start as another user.");
        }
        if (Files.isDirectory(data) && idOf(data, "uid") != 0) {
            return new RunAs(true, idOf(data, "uid"), idOf(data, "gid"));
        }
        return unprivileged();
    }

    static boolean isRoot() throws IOException {
        return idOf(Path.of("/proc/self"), "uid") == 0;
    }

    private static RunAs unprivileged() throws IOException {
        var users = Files.readAllLines(Path.of("/etc/passwd"));
        for (var name : List.of("postgres", "nobody")) {
            for (var user : users) {
                var fields = user.split(":", -1);
                if (fields.length > 3 && fields[0].equals(name)) {
                    return new RunAs(true, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
                }
            }
        }
        throw new PostgresFailed(
                "The database must not run as root, and there is no user 'postgres' or 'nobody': start as another user.");
    }

    /**
     * The command as this user, in a session of its own: a terminal's Ctrl-C is for the program, which closes the
     * server when it no longer needs it. The system interrupts it when the thread that starts it ends.
     */
    List<String> wrap(List<String> command) {
        var all = new ArrayList<String>();
        if (Files.isExecutable(SETPRIV)) {
            all.add(SETPRIV.toString());
            if (dropsRoot) {
                all.addAll(List.of("--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
            }
            all.addAll(List.of("--no-new-privs", "--pdeathsig", "INT", "--"));
        }
        if (Files.isExecutable(SETSID)) {
            all.add(SETSID.toString());
        }
        all.addAll(command);
        return all;
    }

    void give(Path path) throws IOException {
        if (dropsRoot) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    void takeBack(Path path) throws IOException {
        if (dropsRoot) {
            Files.setAttribute(path, "unix:uid", 0);
            Files.setAttribute(path, "unix:gid", 0);
        }
    }

    static int idOf(Path path, String kind) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + kind);
    }
}
