package qiji.customer.merge;

import db.customer.tables.records.MergeRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.UpdatableRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Makes two of what became one: all goes back that is still where the merge put it; what came since stays. Merges of
 * one survivor are undone in whatever order. [B1]
 */
@Component
class MergeUndo {
    private final MergeKinds kinds;
    private final MergeStore store;
    private final Obstacles obstacles;
    private final LaterMergesStore later;
    private final MoveUndo moves;
    private final MergeFields fields;
    private final Audits audits;
    private final Writing writing;
    private final Clock clock;

    MergeUndo(
            MergeKinds kinds,
            MergeStore store,
            Obstacles obstacles,
            LaterMergesStore later,
            MoveUndo moves,
            MergeFields fields,
            Audits audits,
            Writing writing,
            Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.obstacles = obstacles;
        this.later = later;
        this.moves = moves;
        this.fields = fields;
        this.audits = audits;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND also where the viewer may not see both, FORBIDDEN, MERGE_NOT_UNDOABLE with all reasons. */
    @Transactional
    public Undone undo(long id, Viewer viewer) {
        MergeRecord merge = store.find(id).orElseThrow(Problem::notFound);
        if (!viewer.may(merge.getRecordType() + ":read")) {
            throw Problem.notFound();
        }
        return undo(kinds.readable(merge.getRecordType(), viewer), merge, viewer);
    }

    private <R extends UpdatableRecord<R>> Undone undo(Mergeable<R> mergeable, MergeRecord merge, Viewer viewer) {
        Map<Long, R> rows = store.lock(mergeable, List.of(merge.getKeepId(), merge.getGoneId()), viewer);
        R keep = Optional.ofNullable(rows.get(merge.getKeepId())).orElseThrow(Problem::notFound);
        R gone = Optional.ofNullable(rows.get(merge.getGoneId())).orElseThrow(Problem::notFound);
        obstacles.mustBeAllowed(mergeable, merge.getKeepId(), merge.getGoneId(), viewer);
        merge.refresh();
        mustBeUndoable(merge, keep, later.separatesContacts(merge));
        writing.by(
                viewer,
                Words.of("撤销合并 #%s", "Merge #%s undone").with(merge.getId()).here());
        moves.putBack(merge);
        merge.setUndoneBy(viewer.userId());
        merge.setUndoneAt(clock.instant());
        merge.update();
        keep.refresh();
        List<Change> kept = later.uppermost(merge, mergeable, fields.united(mergeable));
        List<Undone.Left> left = new ArrayList<>(takeBack(mergeable, keep, kept, viewer));
        store.nameFormer(mergeable, keep);
        mergeable.store(keep);
        gone.refresh();
        left.addAll(takeBack(mergeable, gone, store.changes(merge.getGone()), viewer));
        mergeable.store(gone);
        mustStandBelowOthersOnly(mergeable, merge.getKeepId(), merge.getGoneId());
        audits.record(
                viewer,
                "undo-merge",
                "customer." + merge.getRecordType(),
                merge.getKeepId(),
                Map.of("merge", merge.getId(), merge.getRecordType() + "_id", merge.getGoneId()));
        return new Undone(left);
    }

    /** What may be but once and is another's by now stays out. */
    private <R extends UpdatableRecord<R>> List<Undone.Left> takeBack(
            Mergeable<R> mergeable, R row, List<Change> changes, Viewer viewer) {
        long id = Obstacles.id(row);
        Columns now = store.columns(mergeable, id);
        List<Change> others = new ArrayList<>(changes);
        Map<String, Change> tags = Labels.among(changes, fields.united(mergeable));
        others.removeAll(tags.values());
        Map<String, JsonNode> back = Change.undone(others, now);
        tags.forEach((column, change) -> back.put(column, Labels.undone(change, now.get(column))));
        List<Undone.Left> left = new ArrayList<>();
        mergeable.unique().forEach((field, column) -> {
            JsonNode value = back.getOrDefault(column, now.get(column));
            if (!value.isNull() && store.isTaken(mergeable, column, value, id)) {
                back.put(column, NullNode.getInstance());
                left.add(new Undone.Left(Long.toString(id), field, taken(mergeable, field, viewer)));
            }
        });
        store.apply(back, row, now, mergeable);
        return left;
    }

    private String taken(Mergeable<?> mergeable, String field, Viewer viewer) {
        return fields.of(mergeable, viewer).stream()
                .filter(it -> it.code().equals(field))
                .findFirst()
                .map(it -> Words.of(
                                "%s：原值已用于另一条记录，现为空", "%s: another record has that value by now, so it is empty here")
                        .with(it.label())
                        .here())
                .orElse(field);
    }

    private static void mustBeUndoable(MergeRecord merge, UpdatableRecord<?> keep, boolean separates) {
        List<Obstacle> against = new ArrayList<>();
        if (merge.getUndoneAt() != null) {
            against.add(Obstacle.of("undone", "已经撤销过了", "It was undone already"));
        } else if (Obstacles.mergedInto(keep) != null) {
            against.add(Obstacle.of(
                    "keep-merged",
                    "保留的记录后来又合并到另一条，请先撤销那次合并",
                    "The survivor was merged into another one since: undo that first"));
        } else if (Obstacles.isArchived(keep)) {
            against.add(Obstacle.of("keep-archived", "保留的记录已归档，请先恢复", "The survivor is archived: restore it first"));
        } else if (separates) {
            against.add(Obstacle.of(
                    "contacts-merged",
                    "两个客户的联系人后来合并过，请先撤销那些联系人的合并",
                    "Contacts of both were merged with each other since: undo that first"));
        }
        refuse(against);
    }

    /** What was arranged since can have put one of them above itself. */
    private void mustStandBelowOthersOnly(Mergeable<?> mergeable, long keep, long gone) {
        if (store.isAbove(mergeable, keep, keep) || store.isAbove(mergeable, gone, gone)) {
            refuse(List.of(Obstacle.of(
                    "ring",
                    "撤销后会出现上下级循环，请先调整上级",
                    "One would stand above itself afterwards: change what stands above it first")));
        }
    }

    private static void refuse(List<Obstacle> against) {
        if (!against.isEmpty()) {
            throw new Problem(MergeProblem.MERGE_NOT_UNDOABLE).with("obstacles", against);
        }
    }
}
