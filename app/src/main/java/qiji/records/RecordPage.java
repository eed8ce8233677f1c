package qiji.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as its page reads it: the fields that the viewer may read, and which verbs they may use on it now. */
public record RecordPage(String id, int version, Map<String, @Nullable Object> values, Map<String, Boolean> may) {
    public static RecordPage of(long id, int version, Map<String, @Nullable Object> values, Map<String, Boolean> may) {
        return new RecordPage(Long.toString(id), version, values, may);
    }
}
