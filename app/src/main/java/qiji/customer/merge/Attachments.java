package qiji.customer.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Reattaches;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** All that names a record, in whatever module. */
@Component
class Attachments {
    private final ObjectProvider<Reattaches> kinds;

    Attachments(ObjectProvider<Reattaches> kinds) {
        this.kinds = kinds;
    }

    /** How much the viewer may know of each kind, without those of which there is nothing. */
    List<MergePreview.Attached> of(RecordRef record, Viewer viewer) {
        return kinds.stream()
                .map(it -> new MergePreview.Attached(it.kind(), it.label().here(), it.attachedTo(record, viewer)))
                .filter(it -> it.count() > 0)
                .toList();
    }

    List<MergeStore.Move> reattach(RecordRef from, RecordRef to) {
        return reattach(kinds.stream().toList(), from, to);
    }

    List<MergeStore.Move> reattach(Set<String> wanted, RecordRef from, RecordRef to) {
        return reattach(kinds.stream().filter(it -> wanted.contains(it.kind())).toList(), from, to);
    }

    private static List<MergeStore.Move> reattach(List<Reattaches> all, RecordRef from, RecordRef to) {
        List<MergeStore.Move> moves = new ArrayList<>();
        all.forEach(it -> it.reattach(from, to).forEach(moved -> moves.add(new MergeStore.Move(it.kind(), moved))));
        return moves;
    }

    void putBack(List<MergeStore.Move> moves, RecordRef from, RecordRef to) {
        for (MergeStore.Move move : moves) {
            kinds.stream()
                    .filter(it -> it.kind().equals(move.kind()))
                    .forEach(it -> it.putBack(move.moved(), from, to));
        }
    }
}
