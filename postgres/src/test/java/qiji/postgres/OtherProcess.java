package qiji.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link Program} in another process. */
record OtherProcess(Process process, BufferedReader output) implements AutoCloseable {
    static OtherProcess on(Path home) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), home);
    }

    static OtherProcess start(List<String> prefix, String classPath, Path home) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, Program.class.getName(), home.toString()));
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        return new OtherProcess(process, process.inputReader());
    }

    /** The next line it says. */
    String says() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** The number of its server, once that is ready. */
    long server() throws IOException {
        var words = says();
        if (!words.startsWith("READY ")) {
            throw new IllegalStateException(words);
        }
        return Long.parseLong(words.substring("READY ".length()));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It exits without closing its server. */
    void exit() throws IOException, InterruptedException {
        process.getOutputStream().write('x');
        process.getOutputStream().flush();
        process.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
