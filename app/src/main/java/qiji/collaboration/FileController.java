package qiji.collaboration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.platform.Created;

/** Files over HTTP: always to be saved, never to be shown by the browser as what they claim to be. */
@RestController
@RequestMapping("/api/files")
class FileController {
    private final AttachedFiles files;

    FileController(AttachedFiles files) {
        this.files = files;
    }

    @GetMapping
    List<FileRow> list(
            @RequestParam String recordType, @RequestParam long recordId, @AuthenticationPrincipal Viewer viewer) {
        return files.of(new RecordRef(recordType, recordId), viewer);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Created attach(
            @RequestParam MultipartFile file,
            @RequestParam String recordType,
            @RequestParam long recordId,
            @AuthenticationPrincipal Viewer viewer)
            throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            long id = files.attach(new RecordRef(recordType, recordId), name == null ? "" : name, content, viewer);
            return Created.of(id);
        }
    }

    @GetMapping("/{id}/content")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        AttachedFiles.Content content = files.content(id, viewer);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.name(), UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(content.sha256())
                .body(new PathResource(content.path()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        files.remove(id, viewer);
    }
}
