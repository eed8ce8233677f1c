package qiji.customer.merge;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Reattaches;
import qiji.access.RecordRef;

/** All that names a record, in whatever module. */
@Component
class Attachments {
    private final ObjectProvider<Reattaches> kinds;

    Attachments(ObjectProvider<Reattaches> kinds) {
        this.kinds = kinds;
    }

    /** How much there is of each kind, without those of which there is nothing. */
    List<MergePreview.Attached> of(RecordRef record) {
        return kinds.stream()
                .map(it -> new MergePreview.Attached(it.kind(), it.label().here(), it.attachedTo(record)))
                .filter(it -> it.count() > 0)
                .toList();
    }

    List<MergeStore.Move> reattach(RecordRef from, RecordRef to) {
        List<MergeStore.Move> moves = new ArrayList<>();
        kinds.forEach(it -> it.reattach(from, to).forEach(moved -> moves.add(new MergeStore.Move(it.kind(), moved))));
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
