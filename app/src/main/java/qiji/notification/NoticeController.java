package qiji.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** One's own notices, and the stream that says when they change. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {
    private static final int MOST = 50;

    private final Notices notices;
    private final NoticeStreams streams;

    NoticeController(Notices notices, NoticeStreams streams) {
        this.notices = notices;
        this.streams = streams;
    }

    record SeenUpTo(@NotNull Long newestId) {}

    @GetMapping
    NoticePage page(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(MOST) int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return notices.page(after, limit, viewer);
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        notices.markRead(id, viewer);
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAll(@RequestBody @Valid SeenUpTo seen, @AuthenticationPrincipal Viewer viewer) {
        notices.markAllRead(seen.newestId(), viewer);
    }

    /** Server-sent events: {@code notices} whenever those of the viewer change. It holds no thread while nothing happens. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Viewer viewer)
            throws IOException {
        streams.open(viewer, request, response);
    }
}
