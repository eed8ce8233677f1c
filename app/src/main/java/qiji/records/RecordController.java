package qiji.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** Lists of every type of record, what they add up to, and which fields there are. */
@RestController
@RequestMapping("/api/records/{type}")
class RecordController {
    private final Records records;
    private final RecordTypes types;
    private final Catalogue catalogue;
    private final Descriptions descriptions;
    private final Lookup lookup;

    RecordController(
            Records records, RecordTypes types, Catalogue catalogue, Descriptions descriptions, Lookup lookup) {
        this.records = records;
        this.types = types;
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.lookup = lookup;
    }

    /** A page of records, as of the end of a day if one is given. {@code fields} absent means the default columns. */
    @GetMapping
    Aggregates.Page list(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String fields,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        return query(type, filter, asOf, viewer)
                .fields(fields == null ? catalogue.defaultColumns(types.get(type), viewer) : split(fields))
                .sort(sort)
                .page(limit, after);
    }

    @GetMapping("/fields")
    Descriptions.TypeDescription fields(@PathVariable String type, @AuthenticationPrincipal Viewer viewer) {
        return descriptions.of(types.readable(type, viewer), viewer);
    }

    @GetMapping("/count")
    Aggregates.Count count(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return query(type, filter, asOf, viewer).count();
    }

    record Sums(Map<String, @Nullable BigDecimal> sums) {}

    /** The sums of {@code fields}, or of all that can be summed. */
    @GetMapping("/sums")
    Sums sums(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String fields,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return new Sums(query(type, filter, asOf, viewer)
                .sums(fields == null ? descriptions.summable(types.get(type), viewer) : split(fields)));
    }

    /** {@code rest} is what lies in groups beyond those told, if there are more. */
    record Groups(List<Aggregates.Group> groups, boolean more, Aggregates.@Nullable Total rest) {}

    @GetMapping("/groups")
    Groups groups(
            @PathVariable String type,
            @RequestParam String by,
            @RequestParam(defaultValue = "") String sums,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        RecordType<?> grouped = types.readable(type, viewer);
        var found = query(type, filter, asOf, viewer).grouped(by, split(sums));
        var rest = found.all().without(found.groups());
        return new Groups(descriptions.named(grouped, by, found.groups(), viewer), rest != null, rest);
    }

    /** Records by a few letters of their name, for choosing one. */
    @GetMapping("/lookup")
    Lookup.Found lookup(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(required = false) @Nullable String filter,
            @AuthenticationPrincipal Viewer viewer) {
        return lookup.find(types.readable(type, viewer), q, limit, filter, viewer);
    }

    private RecordQuery query(String type, @Nullable String filter, @Nullable LocalDate asOf, Viewer viewer) {
        return records.query(type, viewer).asOf(asOf).where(filter);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
