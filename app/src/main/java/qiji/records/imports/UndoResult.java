package qiji.records.imports;

import java.util.ArrayList;
import java.util.List;

/** What came of undoing an import, in records; what could not be undone is named, the first 100. */
record UndoResult(long undone, long changedSince, long inUse, List<Left> left) {
    private static final int MOST = 100;

    /** A record that stays as it is. */
    record Left(String type, String id, ImportTarget.Undone why) {}

    static final UndoResult NOTHING = new UndoResult(0, 0, 0, List.of());

    UndoResult plus(String type, long id, ImportTarget.Undone outcome) {
        var more = new ArrayList<>(left);
        if (outcome != ImportTarget.Undone.DONE && more.size() < MOST) {
            more.add(new Left(type, Long.toString(id), outcome));
        }
        return switch (outcome) {
            case DONE -> new UndoResult(undone + 1, changedSince, inUse, left);
            case CHANGED_SINCE -> new UndoResult(undone, changedSince + 1, inUse, more);
            case IN_USE -> new UndoResult(undone, changedSince, inUse + 1, more);
        };
    }

    /** Both together. */
    UndoResult plus(UndoResult other) {
        var all = new ArrayList<>(left);
        other.left.stream().limit(MOST - all.size()).forEach(all::add);
        return new UndoResult(
                undone + other.undone, changedSince + other.changedSince, inUse + other.inUse, List.copyOf(all));
    }

    /** What the last of several passes left, of all of which {@code undone} records went. */
    UndoResult after(long all) {
        return new UndoResult(all, changedSince, inUse, left);
    }

    boolean isClean() {
        return inUse == 0;
    }
}
