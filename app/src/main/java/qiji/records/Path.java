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

    /**
     * Whether what its last reference but {@code behind} names is told only to who may see that. A declared one shows it to
     * whoever sees its record, unless it says otherwise; of a custom one nobody has thought that over.
     */
    boolean isGuarded(int behind) {
        FieldOf<?> step = steps.get(steps.size() - 1 - behind);
        return (step.custom || step.guarded) && !step.referenced().open;
    }
}
