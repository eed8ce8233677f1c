package qiji.customer.merge;

import db.customer.tables.records.MergeRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import qiji.access.Reattaches.Moved;
import qiji.access.RecordRef;

/** Gives back what a merge moved, also from below later merges into the same survivor. */
@Component
class MoveUndo {
    private final MergeStore store;
    private final LaterMergesStore laterMerges;
    private final Attachments attachments;

    MoveUndo(MergeStore store, LaterMergesStore laterMerges, Attachments attachments) {
        this.store = store;
        this.laterMerges = laterMerges;
        this.attachments = attachments;
    }

    /**
     * Where later merges took out what may not be there twice, they may have taken out what this one had brought, or for
     * the sake of it: of these kinds they are undone first, and done again after.
     */
    void putBack(MergeRecord merge) {
        List<MergeRecord> later = laterMerges.into(merge);
        Set<String> again = new HashSet<>();
        later.forEach(it -> store.moves(it.getId()).stream()
                .filter(move -> !move.moved().removed().equals(Moved.NOTHING))
                .forEach(move -> again.add(move.kind())));
        later.reversed().forEach(it -> attachments.putBack(ofKinds(again, it), survivor(it), gone(it)));
        List<MergeStore.Move> back = store.moves(merge.getId()).stream()
                .map(it -> again.contains(it.kind()) ? it : unclaimed(it, merge))
                .toList();
        attachments.putBack(back, survivor(merge), gone(merge));
        if (!again.isEmpty()) {
            later.forEach(it -> store.replace(it.getId(), again, attachments.reattach(again, gone(it), survivor(it))));
        }
    }

    private List<MergeStore.Move> ofKinds(Set<String> kinds, MergeRecord merge) {
        return store.moves(merge.getId()).stream()
                .filter(it -> kinds.contains(it.kind()))
                .toList();
    }

    private MergeStore.Move unclaimed(MergeStore.Move move, MergeRecord merge) {
        Set<Long> claimed = laterMerges.claimed(merge, move);
        List<Long> ids =
                move.moved().ids().stream().filter(it -> !claimed.contains(it)).toList();
        return new MergeStore.Move(
                move.kind(), new Moved(move.moved().place(), ids, move.moved().removed()));
    }

    private static RecordRef survivor(MergeRecord merge) {
        return new RecordRef(merge.getRecordType(), merge.getKeepId());
    }

    private static RecordRef gone(MergeRecord merge) {
        return new RecordRef(merge.getRecordType(), merge.getGoneId());
    }
}
