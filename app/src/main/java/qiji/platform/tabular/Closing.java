package qiji.platform.tabular;

import java.io.IOException;

/** Gives back what was opened when the next step refuses it. */
final class Closing {
    interface Step<T> {
        T take() throws IOException;
    }

    private Closing() {}

    static <T> T ifRefused(AutoCloseable opened, Step<T> step) throws IOException {
        boolean taken = false;
        try {
            T result = step.take();
            taken = true;
            return result;
        } finally {
            if (!taken) {
                closeQuietly(opened);
            }
        }
    }

    /** For use while another fault is on its way out, which is the one worth telling. */
    @SuppressWarnings("EmptyCatch")
    private static void closeQuietly(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception ignored) {
            // nothing was written, so nothing is lost
        }
    }
}
