package qiji.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** One value that a choice field can have; {@code parent} is the code of the first level in a two-level list. */
public record Choice(String code, Words label, @Nullable String parent) {
    static List<Choice> of(Class<? extends HasWords> type) {
        List<Choice> choices = new ArrayList<>();
        for (HasWords constant : type.getEnumConstants()) {
            choices.add(new Choice(constant.name(), constant.words(), null));
        }
        return List.copyOf(choices);
    }
}
