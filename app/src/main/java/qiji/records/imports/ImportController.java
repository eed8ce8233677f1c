package qiji.records.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import qiji.access.Viewer;

/** Loading files: all that the wizard does. */
@RestController
@RequestMapping("/api/imports")
class ImportController {
    private final Imports imports;
    private final ErrorFile errors;

    ImportController(Imports imports, ErrorFile errors) {
        this.imports = imports;
        this.errors = errors;
    }

    record Started(String jobId) {}

    record TypeView(String type, String label) {}

    record FieldView(
            String name,
            String label,
            String kind,
            boolean required,
            @Nullable String reference,
            @Nullable String dictionary,
            List<ChoiceView> choices,
            boolean key) {}

    record ChoiceView(String code, String label) {}

    @GetMapping("/types")
    List<TypeView> types(@AuthenticationPrincipal Viewer viewer) {
        return imports.types(viewer).stream()
                .map(type -> new TypeView(type.name(), type.words().here()))
                .toList();
    }

    @GetMapping("/fields")
    List<FieldView> fields(@RequestParam String type, @AuthenticationPrincipal Viewer viewer) {
        var keys = imports.keyFields(type, viewer);
        return imports.fields(type, viewer).stream()
                .map(field -> new FieldView(
                        field.name(),
                        field.label().here(),
                        field.kind().name(),
                        field.required(),
                        field.reference(),
                        field.dictionary(),
                        field.choices().stream()
                                .map(choice -> new ChoiceView(
                                        choice.code(), choice.label().here()))
                                .toList(),
                        keys.contains(field.name())))
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportRun upload(
            @RequestParam MultipartFile file,
            @RequestParam String type,
            @ParameterObject ImportRun.Reading reading,
            @AuthenticationPrincipal Viewer viewer)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            return imports.upload(type, name, content, reading, viewer);
        }
    }

    @GetMapping
    List<ImportRun> list(
            @RequestParam(required = false) @Nullable String type, @AuthenticationPrincipal Viewer viewer) {
        return imports.list(type, viewer);
    }

    @GetMapping("/{id}")
    ImportRun get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return imports.get(id, viewer);
    }

    @PutMapping("/{id}/reading")
    @Operation(
            description =
                    "Reads a text file anew: says what separates its cells and how it is encoded. The answer has the columns and samples"
                            + " that come of it; a mapping set before is gone.")
    ImportRun read(
            @PathVariable long id, @RequestBody ImportRun.Reading reading, @AuthenticationPrincipal Viewer viewer) {
        return imports.read(id, reading, viewer);
    }

    @PutMapping("/{id}/mapping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void map(@PathVariable long id, @RequestBody ImportMapping mapping, @AuthenticationPrincipal Viewer viewer) {
        imports.map(id, mapping, viewer);
    }

    @PostMapping("/{id}/dry-run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started dryRun(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Started(Long.toString(imports.dryRun(id, viewer)));
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started run(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Started(Long.toString(imports.run(id, viewer)));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started undo(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Started(Long.toString(imports.undo(id, viewer)));
    }

    @GetMapping("/{id}/errors")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    void errors(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, HttpServletResponse response)
            throws IOException {
        var name = imports.get(id, viewer).fileName().replaceAll("\\.[A-Za-z]+$", "") + "-errors.csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        errors.write(id, response.getOutputStream(), viewer);
    }
}
