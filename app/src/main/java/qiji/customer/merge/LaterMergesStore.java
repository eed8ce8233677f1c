package qiji.customer.merge;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.MERGE;
import static db.customer.Tables.MERGE_MOVE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import db.customer.tables.ContactTable;
import db.customer.tables.records.MergeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.customer.Contacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What stands of later merges while an earlier one is undone. What they were laid over is theirs to put back: they
 * inherit what the earlier one was laid over.
 */
@Repository
class LaterMergesStore {
    private final DSLContext jooq;
    private final MergeStore store;

    LaterMergesStore(DSLContext jooq, MergeStore store) {
        this.jooq = jooq;
        this.store = store;
    }

    /** Those into the same survivor, in their order. */
    List<MergeRecord> into(MergeRecord earlier) {
        return into(earlier.getRecordType(), List.of(earlier.getKeepId()), earlier.getId());
    }

    private List<MergeRecord> into(String type, Collection<Long> survivors, long after) {
        return jooq.selectFrom(MERGE)
                .where(standing(type, after))
                .and(MERGE.KEEP_ID.eq(any(survivors.toArray(Long[]::new))))
                .orderBy(MERGE.ID)
                .fetch();
    }

    private static Condition standing(String type, long after) {
        return MERGE.RECORD_TYPE.eq(type).and(MERGE.ID.gt(after)).and(MERGE.UNDONE_AT.isNull());
    }

    /** The changes that are still uppermost, after what it would read today; what lies below later ones goes to these. */
    List<Change> uppermost(MergeRecord merge, Mergeable<?> mergeable, Set<String> tags) {
        String labelColumn = mergeable.type().labelField();
        List<MergeRecord> later = into(merge);
        List<Change> top = new ArrayList<>();
        List<Change> all = new ArrayList<>(store.changes(merge.getKept()));
        Labels.among(all, tags).forEach((column, change) -> {
            all.remove(change);
            top.add(withoutThoseOf(later, change, column, mergeable));
        });
        for (Change change : all) {
            handDown(change, merge, later, labelColumn).ifPresent(top::add);
        }
        return top;
    }

    /** Each tag is by itself: what a later one brought as well is for that to take away. */
    private Change withoutThoseOf(List<MergeRecord> later, Change change, String column, Mergeable<?> mergeable) {
        Labels added = Labels.added(change);
        for (MergeRecord it : later) {
            Labels brought = added.alsoIn(
                    Labels.of(store.columns(mergeable, it.getGoneId()).get(column)));
            if (!brought.all().isEmpty()) {
                List<Change> changes = new ArrayList<>(store.changes(it.getKept()));
                Change own = Labels.among(changes, Set.of(column)).getOrDefault(column, Labels.nothing(column));
                changes.remove(own);
                changes.add(Labels.adding(brought, column, own));
                it.setKept(store.json(changes));
                it.update();
                added = added.without(brought);
            }
        }
        Labels before = Labels.before(change);
        Labels replaced = before.without(Labels.of(Labels.only(change.after())));
        return new Change(
                Map.of(column, Labels.only(change.before())),
                Map.of(column, before.without(replaced).and(added).json()));
    }

    private Optional<Change> handDown(Change change, MergeRecord merge, List<MergeRecord> later, String labelColumn) {
        Change followed = change;
        long since = merge.getId();
        while (true) {
            Optional<MergeRecord> over = over(followed, later, since);
            Optional<MergeRecord> mover = mover(followed, merge, since);
            if (mover.isPresent()
                    && (over.isEmpty() || mover.get().getId() < over.get().getId())) {
                followed = follow(followed, mover.get(), merge);
                since = mover.get().getId();
            } else if (over.isPresent()) {
                inherit(over.get(), followed, labelColumn);
                return Optional.empty();
            } else {
                return Optional.of(followed);
            }
        }
    }

    private Optional<MergeRecord> over(Change change, List<MergeRecord> later, long since) {
        return later.stream()
                .filter(it -> it.getId() > since)
                .filter(it -> store.changes(it.getKept()).stream().anyMatch(change::isOfTheSame))
                .findFirst();
    }

    /** The later merge by which what the change put there was named otherwise since. */
    private Optional<MergeRecord> mover(Change change, MergeRecord merge, long since) {
        if (change.after().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> only = change.after().entrySet().iterator().next();
        Optional<Cell> cell = Cell.ofColumn(merge.getRecordType(), only.getKey());
        if (cell.isEmpty() || !only.getValue().isNumber()) {
            return Optional.empty();
        }
        return jooq.select(MERGE.fields())
                .from(MERGE)
                .join(MERGE_MOVE)
                .on(MERGE_MOVE.MERGE_ID.eq(MERGE.ID))
                .where(MERGE.GONE_ID.eq(only.getValue().asLong()))
                .and(MERGE.ID.gt(since))
                .and(MERGE.UNDONE_AT.isNull())
                .and(MERGE_MOVE.KIND.eq(cell.get().kind()))
                .and(MERGE_MOVE.PLACE.eq(cell.get().place()))
                .and(val(merge.getKeepId()).eq(any(MERGE_MOVE.IDS)))
                .orderBy(MERGE.ID)
                .limit(1)
                .fetchOptionalInto(MERGE);
    }

    /** What it moved was of the change alone: with that undone there is nothing to move back. */
    private Change follow(Change change, MergeRecord mover, MergeRecord merge) {
        String column = change.after().keySet().iterator().next();
        Cell cell = Cell.ofColumn(merge.getRecordType(), column).orElseThrow();
        jooq.update(MERGE_MOVE)
                .set(
                        MERGE_MOVE.IDS,
                        field("array_remove({0}, {1})", Long[].class, MERGE_MOVE.IDS, val(merge.getKeepId())))
                .where(MERGE_MOVE.MERGE_ID.eq(mover.getId()))
                .and(MERGE_MOVE.KIND.eq(cell.kind()))
                .and(MERGE_MOVE.PLACE.eq(cell.place()))
                .execute();
        return new Change(change.before(), Map.of(column, id(mover.getKeepId())));
    }

    private void inherit(MergeRecord later, Change undone, String labelColumn) {
        List<Change> changes = new ArrayList<>();
        for (Change change : store.changes(later.getKept())) {
            boolean inherits = change.isOfTheSame(undone) && change.before().equals(undone.after());
            if (inherits && undone.before().containsKey(labelColumn)) {
                later.setLostName(undone.before().get(labelColumn).asString());
            }
            changes.add(inherits ? new Change(undone.before(), change.after()) : change);
        }
        later.setKept(store.json(changes));
        later.update();
    }

    /** Those of the rows that {@code move} of {@code merge} brought that are not for it to take back: a later merge has them. */
    Set<Long> claimed(MergeRecord merge, MergeStore.Move move) {
        Map<Long, Long> movers = new LinkedHashMap<>();
        jooq.select(MERGE.ID, MERGE_MOVE.IDS)
                .from(MERGE_MOVE)
                .join(MERGE)
                .on(MERGE.ID.eq(MERGE_MOVE.MERGE_ID))
                .where(standing(merge.getRecordType(), merge.getId()))
                .and(MERGE.KEEP_ID.eq(merge.getKeepId()))
                .and(MERGE_MOVE.KIND.eq(move.kind()))
                .and(MERGE_MOVE.PLACE.eq(move.moved().place()))
                .orderBy(MERGE.ID)
                .forEach(row -> List.of(row.value2()).forEach(id -> movers.putIfAbsent(id, row.value1())));
        Set<Long> claimed = new HashSet<>(movers.keySet());
        Cell.ofMove(move.kind(), move.moved().place())
                .ifPresent(cell -> claimed.addAll(writtenSince(merge, move, cell, movers)));
        return claimed;
    }

    /** Rows that survived merges since, by which they got another value there. */
    private Set<Long> writtenSince(MergeRecord merge, MergeStore.Move move, Cell cell, Map<Long, Long> movers) {
        Set<Long> written = new HashSet<>();
        Change moved =
                new Change(Map.of(cell.column(), id(merge.getGoneId())), Map.of(cell.column(), id(merge.getKeepId())));
        for (MergeRecord later : into(cell.type(), move.moved().ids(), merge.getId())) {
            boolean over = store.changes(later.getKept()).stream().anyMatch(moved::isOfTheSame);
            if (over && written.add(later.getKeepId())) {
                if (movers.getOrDefault(later.getKeepId(), Long.MAX_VALUE) > later.getId()) {
                    inherit(later, moved, "");
                }
            }
        }
        return written;
    }

    /** Whether the two would each get back one of two contacts that are one by now. */
    boolean separatesContacts(MergeRecord merge) {
        ContactTable stays = CONTACT.as("stays");
        return jooq.fetchExists(jooq.selectOne()
                .from(CONTACT)
                .join(stays)
                .on(stays.ID.eq(CONTACT.MERGED_INTO_ID))
                .join(MERGE_MOVE)
                .on(MERGE_MOVE.MERGE_ID.eq(merge.getId()).and(MERGE_MOVE.KIND.eq(Contacts.TYPE)))
                .where(CONTACT.CUSTOMER_ID.eq(merge.getKeepId()))
                .and(stays.CUSTOMER_ID.eq(merge.getKeepId()))
                .and(field(CONTACT.ID.eq(any(MERGE_MOVE.IDS))).ne(field(stays.ID.eq(any(MERGE_MOVE.IDS))))));
    }

    private static JsonNode id(long id) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return id == (int) id ? nodes.numberNode((int) id) : nodes.numberNode(id);
    }
}
