package qiji.records.exports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.SoundText;
import tools.jackson.databind.JsonNode;

/** Lists into files, as jobs, over HTTP. */
@RestController
class ExportRunController {
    private final Exports exports;

    ExportRunController(Exports exports) {
        this.exports = exports;
    }

    record Order(
            @NotNull Export.Format format,
            @NotNull @Size(min = 1, max = 200) List<@NotNull String> fields,
            @Nullable JsonNode filter,
            @Nullable @SoundText String sort,
            @Nullable @Size(min = 1, max = 10_000) List<@NotNull Long> ids,
            @Nullable LocalDate asOf) {
        Export.Wish wish() {
            return new Export.Wish(
                    fields,
                    filter == null || filter.isNull() ? null : filter.toString(),
                    sort,
                    ids == null ? List.of() : ids,
                    asOf);
        }
    }

    /** Begins as a job. */
    @PostMapping("/api/records/{type}/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Created start(
            @PathVariable String type,
            @RequestBody @Valid Order order,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale) {
        return Created.of(exports.start(type, order.format(), order.wish(), locale, viewer));
    }

    @GetMapping("/api/exports/{id}")
    ExportRun get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return exports.get(id, viewer);
    }

    @GetMapping("/api/exports/{id}/content")
    ResponseEntity<Resource> content(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        Exports.Content content = exports.content(id, viewer);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, content.contentType())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(content.file()));
    }
}
