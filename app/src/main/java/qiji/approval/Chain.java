package qiji.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who would be asked, level by level; shown before it is sent. [D9] */
public record Chain(List<Level> levels) {
    /** {@code rule} says in words by which rule; a level without people cannot be sent, {@code missing} tells why. */
    public record Level(
            int level,
            String rule,
            Mode mode,
            @Nullable Integer days,
            List<Person> people,
            @Nullable String missing) {}

    public record Person(String id, String name, @Nullable Person standIn) {
        /** Null for the system. */
        static @Nullable Person of(@Nullable Long id, Map<Long, String> names) {
            return id == null || id == 0 ? null : new Person(Long.toString(id), names.getOrDefault(id, ""), null);
        }
    }

    /** Whether it can be sent as it is. */
    @JsonProperty
    public boolean complete() {
        return !levels.isEmpty() && levels.stream().allMatch(level -> level.missing() == null);
    }
}
