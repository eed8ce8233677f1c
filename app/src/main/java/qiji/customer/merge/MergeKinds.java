package qiji.customer.merge;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Problem;

/** The types of which two records can become one. */
@Component
class MergeKinds {
    private final List<Mergeable<?>> all;

    MergeKinds(List<Mergeable<?>> all) {
        this.all = all;
    }

    /** Throws NOT_FOUND for another type, FORBIDDEN if the viewer may not read it. */
    Mergeable<?> readable(String type, Viewer viewer) {
        Mergeable<?> found = all.stream()
                .filter(it -> it.type().name().equals(type))
                .findFirst()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(type + ":read");
        return found;
    }
}
