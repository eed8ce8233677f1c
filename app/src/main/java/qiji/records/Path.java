package qiji.records;

import java.util.List;

/** A field as reached from a record type: its own ({@code amount}) or through references ({@code customer.industry}). */
record Path(String text, List<FieldOf<?>> steps) {
    FieldOf<?> last() {
        return steps.getLast();
    }

    Kind kind() {
        return last().kind;
    }

    boolean isOwn() {
        return steps.size() == 1;
    }
}
