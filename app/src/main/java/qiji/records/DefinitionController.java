package qiji.records;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;

/** What administrators define of records: custom fields and dictionaries. */
@RestController
class DefinitionController {
    private final CustomFields customFields;
    private final Dictionaries dictionaries;

    DefinitionController(CustomFields customFields, Dictionaries dictionaries) {
        this.customFields = customFields;
        this.dictionaries = dictionaries;
    }

    @GetMapping("/api/custom-fields")
    List<CustomFields.Row> customFields(@RequestParam String type, @AuthenticationPrincipal Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        return customFields.of(type);
    }

    @PostMapping("/api/custom-fields")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody @Valid CustomFields.Draft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(customFields.add(draft, viewer));
    }

    @PatchMapping("/api/custom-fields/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(
            @PathVariable long id, @RequestBody @Valid CustomFields.Edit edit, @AuthenticationPrincipal Viewer viewer) {
        customFields.edit(id, edit, viewer);
    }

    @DeleteMapping("/api/custom-fields/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        customFields.archive(id, viewer);
    }

    @GetMapping("/api/dictionaries")
    List<Dictionaries.Dictionary> dictionaries(@AuthenticationPrincipal Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        return dictionaries.all();
    }

    @GetMapping("/api/dictionaries/{code}")
    Dictionaries.Dictionary dictionary(@PathVariable String code, @AuthenticationPrincipal Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        return dictionaries.get(code);
    }

    record Entries(@NotNull @Size(max = 2000) List<Dictionaries.@Valid @NotNull Entry> entries) {}

    @PutMapping("/api/dictionaries/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(
            @PathVariable String code, @RequestBody @Valid Entries entries, @AuthenticationPrincipal Viewer viewer) {
        dictionaries.replace(code, entries.entries(), viewer);
    }
}
