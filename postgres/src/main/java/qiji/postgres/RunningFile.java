package qiji.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where the server of a home folder can be reached, for other processes of the same user. */
record RunningFile(Path file) {
    record Server(int port, long pid) {}

    static RunningFile in(Path home) {
        return new RunningFile(home.resolve("running.properties"));
    }

    void write(int port, long pid) throws IOException {
        Secrets.write(file, "port=%d%npid=%d%n".formatted(port, pid));
    }

    /** Empty if the server has ended; a killed program leaves its file behind. */
    Optional<Server> read() throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var server = new Server(
                Integer.parseInt(properties.getProperty("port")), Long.parseLong(properties.getProperty("pid")));
        return ProcessHandle.of(server.pid()).isPresent() ? Optional.of(server) : Optional.empty();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
