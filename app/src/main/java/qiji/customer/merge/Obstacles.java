package qiji.customer.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Words;

/** What speaks against making one of two records, or two of one again: rights, scope, and where the records stand. */
@Component
class Obstacles {
    private static final Map<String, Words> SIDES =
            Map.of("keep", Words.of("保留的", "the one that stays"), "gone", Words.of("被合并的", "the one that goes"));

    private final MergeStore store;

    Obstacles(MergeStore store) {
        this.store = store;
    }

    /** All reasons at once, of rights and of where they stand. */
    <R extends UpdatableRecord<R>> List<Obstacle> toMerge(Mergeable<R> mergeable, R keep, R gone, Viewer viewer) {
        List<Obstacle> all = new ArrayList<>();
        missing(mergeable, viewer)
                .forEach(it -> all.add(Obstacle.of(
                        "forbidden",
                        Words.of("您没有权限：%s", "You lack the right %s").with(it))));
        outOfScope(mergeable, id(keep), id(gone), viewer)
                .forEach((side, words) -> all.add(Obstacle.of(
                        side + "-out-of-scope",
                        Words.of(
                                "您只能查看%s记录，不能修改".formatted(words.zh()),
                                "You may see, but not change, %s".formatted(words.en())))));
        archived(keep, "keep", all);
        archived(gone, "gone", all);
        all.addAll(mergeable.obstacles(keep, gone));
        return all;
    }

    /** Throws FORBIDDEN for who lacks a right, or has it but not over both. */
    void mustBeAllowed(Mergeable<?> mergeable, long keep, long gone, Viewer viewer) {
        mergeable.permissions().forEach(viewer::mustBeAllowed);
        if (!outOfScope(mergeable, keep, gone, viewer).isEmpty()) {
            throw Problem.forbidden(mergeable.permissions().getFirst());
        }
    }

    private static List<String> missing(Mergeable<?> mergeable, Viewer viewer) {
        return mergeable.permissions().stream().filter(it -> !viewer.may(it)).toList();
    }

    private Map<String, Words> outOfScope(Mergeable<?> mergeable, long keep, long gone, Viewer viewer) {
        Set<Long> within = missing(mergeable, viewer).isEmpty()
                ? store.meeting(mergeable, List.of(keep, gone), mergeable.editableBy(viewer))
                : Set.of(keep, gone);
        Map<String, Words> outside = new LinkedHashMap<>();
        if (!within.contains(keep)) {
            outside.put("keep", side("keep"));
        }
        if (!within.contains(gone)) {
            outside.put("gone", side("gone"));
        }
        return outside;
    }

    private static void archived(UpdatableRecord<?> row, String side, List<Obstacle> all) {
        Words which = side(side);
        if (mergedInto(row) != null) {
            all.add(Obstacle.of(
                    side + "-merged",
                    Words.of(
                            "%s记录已合并到另一条，请先撤销那次合并".formatted(which.zh()),
                            "Merged into another already: %s. Undo that first".formatted(which.en()))));
        } else if (isArchived(row)) {
            all.add(Obstacle.of(
                    side + "-archived",
                    Words.of(
                            "%s记录已归档，请先恢复".formatted(which.zh()),
                            "Archived: %s. Restore it first".formatted(which.en()))));
        }
    }

    private static Words side(String side) {
        return SIDES.getOrDefault(side, Words.of(side, side));
    }

    static long id(UpdatableRecord<?> row) {
        return row.get("id", Long.class);
    }

    static boolean isArchived(UpdatableRecord<?> row) {
        return row.get("archived_at") != null;
    }

    static @Nullable Long mergedInto(UpdatableRecord<?> row) {
        return row.get("merged_into_id", Long.class);
    }
}
