package qiji.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was agreed to come next when something was done about a record. [D10] */
public record NextStep(@Nullable String what, @Nullable LocalDate on) {
    public boolean isNothing() {
        return what == null && on == null;
    }
}
