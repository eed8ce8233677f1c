package qiji.records.lanes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.records.Catalogue;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** Records of every type in lanes: for boards, grouped lists, calendars and charts. */
@RestController
class LaneController {
    private static final int MOST_ROWS = 200;

    private final Lanes lanes;
    private final RecordTypes types;
    private final Catalogue catalogue;

    LaneController(Lanes lanes, RecordTypes types, Catalogue catalogue) {
        this.lanes = lanes;
        this.types = types;
        this.catalogue = catalogue;
    }

    /** {@code limit} rows of each lane, none if it is 0; {@code fields} absent means the default columns. */
    @GetMapping("/api/records/{type}/lanes")
    Lanes.Laid lanes(
            @PathVariable String type,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") String sums,
            @RequestParam(required = false) @Nullable String fields,
            @RequestParam(defaultValue = "0") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        RecordType<?> laid = types.readable(type, viewer);
        List<String> shown = fields == null ? catalogue.defaultColumns(laid, viewer) : split(fields);
        var wish = new Lanes.Wish(by, filter, sort, split(sums), shown, Math.clamp(limit, 0, MOST_ROWS), asOf);
        return lanes.lay(laid, wish, viewer);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
