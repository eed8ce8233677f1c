package qiji.records;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** One box over everything that the viewer may see. [X1] */
@RestController
class SearchController {
    private static final int ITEMS_A_GROUP = 6;

    private final RecordTypes types;
    private final Lookup lookup;

    SearchController(RecordTypes types, Lookup lookup) {
        this.types = types;
        this.lookup = lookup;
    }

    record Group(String type, String label, List<Lookup.Item> items) {}

    record Found(List<Group> groups) {}

    @GetMapping("/api/search")
    Found search(@RequestParam String q, @AuthenticationPrincipal Viewer viewer) {
        List<Group> groups = new ArrayList<>();
        for (RecordType<?> type : types.all()) {
            if (!q.isBlank() && type.search != null && viewer.may(type.name + ":read")) {
                List<Lookup.Item> items =
                        lookup.find(type, q, ITEMS_A_GROUP, null, viewer).items();
                if (!items.isEmpty()) {
                    groups.add(new Group(type.name, type.words.here(), items));
                }
            }
        }
        return new Found(groups);
    }
}
