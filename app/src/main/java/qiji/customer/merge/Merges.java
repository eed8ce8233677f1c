package qiji.customer.merge;

import db.customer.tables.records.MergeRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Makes one record of two. [B1] */
@Component
class Merges {
    private final MergeKinds kinds;
    private final MergeStore store;
    private final MergeQueries queries;
    private final MergeFields fields;
    private final Obstacles obstacles;
    private final Attachments attachments;
    private final Records records;
    private final Audits audits;
    private final Writing writing;
    private final Clock clock;

    Merges(
            MergeKinds kinds,
            MergeStore store,
            MergeQueries queries,
            MergeFields fields,
            Obstacles obstacles,
            Attachments attachments,
            Records records,
            Audits audits,
            Writing writing,
            Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.queries = queries;
        this.fields = fields;
        this.obstacles = obstacles;
        this.attachments = attachments;
        this.records = records;
        this.audits = audits;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND unless both are there and the viewer may see them, FORBIDDEN, INVALID_FIELDS for one with itself. */
    @Transactional(readOnly = true)
    public MergePreview preview(String type, long keep, long gone, Viewer viewer) {
        return previewOf(kinds.readable(type, viewer), keep, gone, viewer);
    }

    private <R extends UpdatableRecord<R>> MergePreview previewOf(
            Mergeable<R> mergeable, long keepId, long goneId, Viewer viewer) {
        mustBeTwo(keepId, goneId);
        Map<Long, R> rows = store.read(mergeable, List.of(keepId, goneId), viewer);
        R keep = theOne(keepId, rows);
        R gone = theOne(goneId, rows);
        FieldChoice choice = choice(mergeable, keepId, goneId, false, viewer);
        var keepValues = records.one(mergeable.type(), keepId, viewer);
        var goneValues = records.one(mergeable.type(), goneId, viewer);
        List<MergePreview.Field> shown = choice.fields().stream()
                .filter(MergeField::readable)
                .map(it -> new MergePreview.Field(
                        it.code(),
                        it.label(),
                        keepValues.get(it.code()),
                        goneValues.get(it.code()),
                        choice.differs(it),
                        choice.mayChoose(it),
                        choice.takenUnasked(it),
                        it.united()))
                .toList();
        return new MergePreview(
                mergeable.type().name(),
                side(mergeable, keep, viewer),
                side(mergeable, gone, viewer),
                shown,
                attachments.of(new RecordRef(mergeable.type().name(), goneId), viewer),
                obstacles.toMerge(mergeable, keep, gone, viewer));
    }

    private <R extends UpdatableRecord<R>> MergePreview.Side side(Mergeable<R> mergeable, R row, Viewer viewer) {
        long id = Obstacles.id(row);
        return new MergePreview.Side(
                Long.toString(id),
                records.nameOf(mergeable.type(), id, viewer).orElse(null),
                row.get("version", Integer.class));
    }

    /** The merges of which the viewer sees the survivor, newest first. */
    @Transactional(readOnly = true)
    public MergeRow.Page page(String type, @Nullable Long record, int limit, @Nullable Long after, Viewer viewer) {
        return queries.page(kinds.readable(type, viewer), record, limit, after, viewer);
    }

    /** Throws NOT_FOUND, FORBIDDEN, STALE_VERSION, MERGE_IMPOSSIBLE, INVALID_FIELDS. */
    @Transactional
    public long merge(MergeDraft draft, Viewer viewer) {
        return merge(kinds.readable(draft.type(), viewer), draft, viewer);
    }

    private <R extends UpdatableRecord<R>> long merge(Mergeable<R> mergeable, MergeDraft draft, Viewer viewer) {
        mustBeTwo(draft.keep(), draft.gone());
        Map<Long, R> rows = store.lock(mergeable, List.of(draft.keep(), draft.gone()), viewer);
        R keep = theOne(draft.keep(), rows);
        R gone = theOne(draft.gone(), rows);
        obstacles.mustBeAllowed(mergeable, draft.keep(), draft.gone(), viewer);
        mustBeOn(draft.keepVersion(), keep, "keep");
        mustBeOn(draft.goneVersion(), gone, "gone");
        List<Obstacle> against = obstacles.toMerge(mergeable, keep, gone, viewer);
        if (!against.isEmpty()) {
            throw new Problem(MergeProblem.MERGE_IMPOSSIBLE).with("obstacles", against);
        }
        FieldChoice choice = choice(mergeable, draft.keep(), draft.gone(), true, viewer);
        return carryOut(mergeable, keep, gone, choice, choice.changes(taken(draft.take(), choice)), viewer);
    }

    private <R extends UpdatableRecord<R>> long carryOut(
            Mergeable<R> mergeable, R keep, R gone, FieldChoice choice, Map<String, JsonNode> changes, Viewer viewer) {
        RecordRef from = new RecordRef(mergeable.type().name(), Obstacles.id(gone));
        RecordRef to = new RecordRef(mergeable.type().name(), Obstacles.id(keep));
        MergeRecord merge = begin(mergeable, from, to, changes, choice, viewer);
        writing.by(viewer, Words.of("合并 #%s", "Merged #%s").with(merge.getId()).here());
        putAway(mergeable, gone, to.id(), changes, choice);
        store.apply(changes, keep, choice.keep(), mergeable);
        store.nameFormer(mergeable, keep);
        mergeable.storeMerged(keep, viewer);
        merge.setKept(store.json(Change.between(
                choice.keep(),
                store.columns(mergeable, to.id()),
                mergeable.groups().values())));
        merge.setGone(store.json(Change.between(
                choice.gone(),
                store.columns(mergeable, from.id()),
                mergeable.groups().values())));
        merge.update();
        store.save(merge.getId(), attachments.reattach(from, to));
        audits.record(
                viewer,
                "merge",
                "customer." + to.type(),
                to.id(),
                Map.of("merge", merge.getId(), to.type() + "_id", from.id()));
        return merge.getId();
    }

    private MergeRecord begin(
            Mergeable<?> mergeable,
            RecordRef from,
            RecordRef to,
            Map<String, JsonNode> changes,
            FieldChoice choice,
            Viewer viewer) {
        String label = mergeable.type().labelField();
        MergeRecord merge = store.create();
        merge.setRecordType(to.type());
        merge.setKeepId(to.id());
        merge.setGoneId(from.id());
        merge.setLostName((changes.containsKey(label) ? choice.keep() : choice.gone())
                .get(label)
                .asString());
        merge.setKept(store.json(List.of()));
        merge.setGone(store.json(List.of()));
        merge.setMergedBy(viewer.userId());
        merge.setMergedAt(clock.instant());
        merge.insert();
        return merge;
    }

    /** First of all writes, since what may be but once must be free before the survivor takes it. */
    private <R extends UpdatableRecord<R>> void putAway(
            Mergeable<R> mergeable, R gone, long into, Map<String, JsonNode> changes, FieldChoice choice) {
        if (changes.containsKey(MergeStore.EXTERNAL_ID)) {
            store.apply(Map.of(MergeStore.EXTERNAL_ID, NullNode.getInstance()), gone, choice.gone(), mergeable);
        }
        gone.set(MergeStore.column(mergeable, "archived_at", Instant.class), clock.instant());
        gone.set(MergeStore.column(mergeable, "merged_into_id", Long.class), into);
        mergeable.store(gone);
    }

    private FieldChoice choice(Mergeable<?> mergeable, long keep, long gone, boolean lock, Viewer viewer) {
        return new FieldChoice(
                fields.of(mergeable, viewer),
                mergeable.aboveField(),
                store.standing(mergeable, keep, gone, lock),
                store.columns(mergeable, keep),
                store.columns(mergeable, gone));
    }

    /** Throws INVALID_FIELDS for what the viewer does not know or may not choose. What makes no difference is no fault. */
    private static @Nullable Set<String> taken(@Nullable List<String> take, FieldChoice choice) {
        if (take == null) {
            return null;
        }
        List<FieldFault> faults = new ArrayList<>();
        for (String code : new HashSet<>(take)) {
            Optional<MergeField> field = choice.fields().stream()
                    .filter(it -> it.code().equals(code) && it.readable())
                    .findFirst();
            if (field.isEmpty()) {
                faults.add(FieldFault.unknown(code));
            } else if (!field.get().united() && choice.differs(field.get()) && !choice.mayChoose(field.get())) {
                faults.add(
                        FieldFault.of(code, "read-only", Words.of("不能选择取另一方的值", "The other's value cannot be taken")));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return Set.copyOf(take);
    }

    private static void mustBeTwo(long keep, long gone) {
        if (keep == gone) {
            throw Problem.invalid(List.of(
                    FieldFault.of("gone", "same", Words.of("不能与自己合并", "A record cannot be merged with itself"))));
        }
    }

    private static <R> R theOne(long id, Map<Long, R> rows) {
        return Optional.ofNullable(rows.get(id)).orElseThrow(Problem::notFound);
    }

    private static void mustBeOn(int version, UpdatableRecord<?> row, String side) {
        int current = row.get("version", Integer.class);
        if (version != current) {
            throw Problem.stale(current).with("record", side);
        }
    }
}
