package qiji.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java cannot send: its own "destroy" makes PostgreSQL wait for every client to go away. */
final class Signals {
    private Signals() {}

    /** By the shell's own kill, since small systems lack the program. */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
