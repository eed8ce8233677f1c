package qiji.customer.duplicates;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may already be there of a customer about to be made: those that the viewer may see, and how many others there
 * are of which they may know no more. [B1]
 */
record Duplicates(List<Match> matches, int hidden) {
    static final Duplicates NONE = new Duplicates(List.of(), 0);

    /** {@code hint} names the owner; {@code score} is 0 to 100, from 80 on it is probably the same. */
    record Match(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String label,
            @Nullable String hint,
            int score,
            List<Likeness.Reason> reasons) {}
}
