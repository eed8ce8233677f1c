package qiji.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.organization.SignIns;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;

/** The streams that are open on this node. Each says only that something changed: what it is, is asked for by its rights. */
@Component
class NoticeStreams {
    static final int MOST_OF_ONE = 6;
    private static final int MOST = 5000;
    private static final int BEAT_SECONDS = 20;
    private static final int RETRY_MILLIS = 2000;

    private final SignIns signIns;
    private final Viewers viewers;
    private final Map<Long, Set<NoticeStream>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    NoticeStreams(SignIns signIns, Viewers viewers) {
        this.signIns = signIns;
        this.viewers = viewers;
    }

    /**
     * Only by a session, and only a few of one user: the oldest gives way, which is most often one whose browser has left
     * without a word. Throws FORBIDDEN for a token, TOO_MANY_REQUESTS.
     */
    void open(Viewer viewer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long session =
                signIns.sessionOf(request.getUserPrincipal()).orElseThrow(() -> new Problem(CommonProblem.FORBIDDEN));
        if (count() >= MOST) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(BEAT_SECONDS));
            throw new Problem(CommonProblem.TOO_MANY_REQUESTS).with("retryAfterSeconds", BEAT_SECONDS);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        int retry = RETRY_MILLIS + ThreadLocalRandom.current().nextInt(RETRY_MILLIS);
        response.getOutputStream().print("retry: " + retry + "\n\n");
        response.flushBuffer();
        if (!closed) {
            keep(new NoticeStream(viewer, session, request.startAsync(request, response), this::forget));
        }
    }

    private void keep(NoticeStream stream) {
        open.compute(stream.viewer().userId(), (_, there) -> {
            Set<NoticeStream> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            if (all.size() >= MOST_OF_ONE) {
                NoticeStream oldest = oldest(all);
                all.remove(oldest);
                oldest.giveWay();
            }
            all.add(stream);
            return all;
        });
        if (closed) {
            stream.end();
        }
    }

    private static NoticeStream oldest(Set<NoticeStream> all) {
        return all.stream()
                .reduce((one, other) -> one.isOlderThan(other) ? one : other)
                .orElseThrow();
    }

    private void forget(NoticeStream stream) {
        open.computeIfPresent(stream.viewer().userId(), (_, there) -> {
            there.remove(stream);
            return there.isEmpty() ? null : there;
        });
    }

    Set<Long> users() {
        return Set.copyOf(open.keySet());
    }

    int count() {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    void news(Collection<Long> users) {
        users.forEach(user -> of(user).forEach(stream -> stream.say(NoticeStream.NEWS)));
    }

    /** Proxies close what is silent for a minute, and a browser that is gone is only found by writing to it. */
    @Scheduled(fixedDelay = BEAT_SECONDS * 1000)
    void beat() {
        List<NoticeStream> all = all();
        if (!all.isEmpty()) {
            Set<Long> alive = alive(all);
            all.forEach(stream -> {
                if (alive.contains(stream.sessionId())) {
                    stream.say(NoticeStream.BEAT);
                } else {
                    stream.end();
                }
            });
        }
    }

    /** Ends those whose session has ended, or whose rights are no longer what they were. */
    void accessChanged() {
        List<NoticeStream> all = all();
        if (!all.isEmpty()) {
            Set<Long> alive = alive(all);
            Map<Long, Viewer> now = new HashMap<>();
            new HashSet<>(open.keySet()).forEach(user -> viewers.find(user).ifPresent(viewer -> now.put(user, viewer)));
            all.stream()
                    .filter(stream -> !alive.contains(stream.sessionId())
                            || !stream.viewer().equals(now.get(stream.viewer().userId())))
                    .forEach(NoticeStream::end);
        }
    }

    void close() {
        closed = true;
        all().forEach(NoticeStream::end);
    }

    void reopen() {
        closed = false;
    }

    private Set<Long> alive(List<NoticeStream> streams) {
        return signIns.alive(streams.stream().map(NoticeStream::sessionId).collect(Collectors.toSet()));
    }

    private Set<NoticeStream> of(long user) {
        return open.getOrDefault(user, Set.of());
    }

    private List<NoticeStream> all() {
        return open.values().stream().flatMap(Set::stream).toList();
    }
}
