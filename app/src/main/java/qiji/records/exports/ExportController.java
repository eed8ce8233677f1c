package qiji.records.exports;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.records.Catalogue;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** Sends a list as a file. */
@RestController
class ExportController {
    private static final int MOST_CHOSEN = 1000;

    private final Export export;
    private final RecordTypes types;
    private final Catalogue catalogue;
    private final Clock clock;

    ExportController(Export export, RecordTypes types, Catalogue catalogue, Clock clock) {
        this.export = export;
        this.types = types;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** {@code ids} narrows to chosen records, which must be visible like all others to be in it. */
    @GetMapping("/api/records/{type}/export")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String type,
            @RequestParam(defaultValue = "XLSX") String format,
            @RequestParam(required = false) @Nullable String fields,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @AuthenticationPrincipal Viewer viewer,
            Locale locale) {
        Export.Format chosen = Export.Format.of(format);
        RecordType<?> exported = types.readable(type, viewer);
        List<String> names = fields == null
                ? catalogue.defaultColumns(exported, viewer)
                : Arrays.stream(fields.split(",", -1))
                        .filter(name -> !name.isBlank())
                        .toList();
        List<Long> only = ids == null ? List.of() : ids;
        mustBeSome(names, only);
        Export.Wish wish = new Export.Wish(names, filter, sort, only, asOf);
        Export.Prepared prepared = export.prepare(exported, wish, chosen, viewer, locale);
        String name = wish.fileName(exported, chosen, LocalDate.now(clock.withZone(Time.ZONE)), locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, chosen.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> export.write(prepared, chosen, out));
    }

    private static void mustBeSome(List<String> fields, List<Long> ids) {
        List<FieldFault> faults = new ArrayList<>();
        if (fields.isEmpty()) {
            faults.add(FieldFault.required("fields"));
        }
        if (ids.size() > MOST_CHOSEN) {
            faults.add(FieldFault.of(
                    "ids", "too-many", Words.of("最多 %s 条", "At most %s").with(MOST_CHOSEN)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
