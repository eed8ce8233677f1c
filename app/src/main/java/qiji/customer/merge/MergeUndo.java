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
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Makes two of what became one: all goes back that is still where the merge put it; what came since stays. [B1] */
@Component
class MergeUndo {
    private final MergeKinds kinds;
    private final MergeStore store;
    private final Obstacles obstacles;
    private final Attachments attachments;
    private final Audits audits;
    private final Writing writing;
    private final Clock clock;

    MergeUndo(
            MergeKinds kinds,
            MergeStore store,
            Obstacles obstacles,
            Attachments attachments,
            Audits audits,
            Writing writing,
            Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.obstacles = obstacles;
        this.attachments = attachments;
        this.audits = audits;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND also where the viewer may not see both, FORBIDDEN, MERGE_NOT_UNDOABLE with all reasons. */
    @Transactional
    public void undo(long id, Viewer viewer) {
        MergeRecord merge = store.lock(id).orElseThrow(Problem::notFound);
        if (!viewer.may(merge.getRecordType() + ":read")) {
            throw Problem.notFound();
        }
        undo(kinds.readable(merge.getRecordType(), viewer), merge, viewer);
    }

    private <R extends UpdatableRecord<R>> void undo(Mergeable<R> mergeable, MergeRecord merge, Viewer viewer) {
        Map<Long, R> rows = store.lock(mergeable, List.of(merge.getKeepId(), merge.getGoneId()), viewer);
        R keep = Optional.ofNullable(rows.get(merge.getKeepId())).orElseThrow(Problem::notFound);
        R gone = Optional.ofNullable(rows.get(merge.getGoneId())).orElseThrow(Problem::notFound);
        obstacles.mustBeAllowed(mergeable, merge.getKeepId(), merge.getGoneId(), viewer);
        mustBeUndoable(merge, keep);
        writing.by(
                viewer,
                Words.of("撤销合并 #%s", "Merge #%s undone").with(merge.getId()).here());
        RecordRef from = new RecordRef(merge.getRecordType(), merge.getKeepId());
        RecordRef to = new RecordRef(merge.getRecordType(), merge.getGoneId());
        attachments.putBack(store.moves(merge.getId()), from, to);
        merge.setUndoneBy(viewer.userId());
        merge.setUndoneAt(clock.instant());
        merge.update();
        keep.refresh();
        takeBack(mergeable, keep, store.changes(merge.getKept()));
        store.nameFormer(mergeable, keep);
        mergeable.store(keep);
        gone.refresh();
        takeBack(mergeable, gone, store.changes(merge.getGone()));
        mergeable.store(gone);
        mustStandBelowOthersOnly(mergeable, from.id(), to.id());
        audits.record(
                viewer,
                "undo-merge",
                "customer." + from.type(),
                from.id(),
                Map.of("merge", merge.getId(), from.type() + "_id", to.id()));
    }

    private <R extends UpdatableRecord<R>> void takeBack(Mergeable<R> mergeable, R row, List<Change> changes) {
        Columns now = store.columns(mergeable, Obstacles.id(row));
        store.apply(Change.undone(changes, now), row, now, mergeable);
    }

    private static void mustBeUndoable(MergeRecord merge, UpdatableRecord<?> keep) {
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
