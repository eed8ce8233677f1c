package qiji.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

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

        /** Somebody who is not told by name. */
        static Person somebody() {
            return new Person("", SOMEBODY.here(), null);
        }
    }

    /** Instead of the name of who decides. */
    private static final Words SOMEBODY = Words.of("审批人", "an approver");

    /** Instead of the rule of a level, for who may not read what it goes by. */
    static final Words WITHHELD = Words.of("由谁审批取决于您看不到的字段", "Who decides depends on fields hidden from you");

    private static final Words VACANT = Words.of("没有可以审批的人", "There is nobody to decide");

    /** Tells neither people nor how many levels there are. */
    static Chain withheld(boolean isComplete) {
        return new Chain(
                List.of(new Level(1, WITHHELD.here(), Mode.ANY, null, List.of(), isComplete ? null : VACANT.here())));
    }

    /** Whether it can be sent as it is. */
    @JsonProperty
    public boolean complete() {
        return !levels.isEmpty() && levels.stream().allMatch(level -> level.missing() == null);
    }
}
