package qiji.records;

import java.util.List;

/** A field as reached from a record type: its own ({@code amount}) or through references ({@code customer.industry}). */
public record Path(String text, List<FieldOf<?>> steps) {
    public FieldOf<?> last() {
        return steps.getLast();
    }

    public Kind kind() {
        return last().kind;
    }

    public boolean isOwn() {
        return steps.size() == 1;
    }
}
