package qiji.notification;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;

/**
 * One open answer. It has a thread only while it writes: a virtual one, so that a browser that does not read holds up nobody
 * else. What is to be said while it writes is said once, after.
 */
final class NoticeStream implements AsyncListener {
    static final String NEWS = "event: notices\ndata: {}\n\n";
    static final String BEAT = ": \n\n";
    /** Asks the browser to come back later. */
    private static final String FULL = "event: full\ndata: {}\n\n";

    private static final String END = "";

    private final Viewer viewer;
    private final long sessionId;
    private final AsyncContext answer;
    private final Consumer<NoticeStream> gone;
    private final AtomicReference<@Nullable String> next = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final long since = System.nanoTime();
    private volatile boolean over;

    NoticeStream(Viewer viewer, long sessionId, AsyncContext answer, Consumer<NoticeStream> gone) {
        this.viewer = viewer;
        this.sessionId = sessionId;
        this.answer = answer;
        this.gone = gone;
        answer.setTimeout(0);
        answer.addListener(this);
    }

    Viewer viewer() {
        return viewer;
    }

    long sessionId() {
        return sessionId;
    }

    void say(String what) {
        next.accumulateAndGet(what, NoticeStream::stronger);
        write();
    }

    boolean isOlderThan(NoticeStream other) {
        return since - other.since < 0;
    }

    void end() {
        say(END);
    }

    /** Ends, to make room for a newer one. */
    void giveWay() {
        say(FULL);
    }

    private static @Nullable String stronger(@Nullable String before, @Nullable String now) {
        boolean keep = END.equals(before) || FULL.equals(before) || NEWS.equals(before) && BEAT.equals(now);
        return keep ? before : now;
    }

    private void write() {
        if (!over && writing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("notices of " + viewer.userId()).start(this::writeAll);
        }
    }

    private void writeAll() {
        for (String text = next.getAndSet(null); text != null && !over; text = next.getAndSet(null)) {
            if (text.equals(END) || !send(text) || text.equals(FULL)) {
                close();
            }
        }
        writing.set(false);
        if (next.get() != null) {
            write();
        }
    }

    private boolean send(String text) {
        try {
            var out = answer.getResponse().getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        } catch (IOException | IllegalStateException left) {
            return false;
        }
    }

    private void close() {
        over = true;
        gone.accept(this);
        try {
            answer.complete();
        } catch (IllegalStateException already) {
            // The server has seen sooner that nobody listens.
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over = true;
        gone.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begins only once.
    }
}
