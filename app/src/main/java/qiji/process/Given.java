package qiji.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** What was given, and nothing in its place where it was not. */
final class Given {
    private Given() {}

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<String> items(@Nullable List<String> items) {
        return items == null ? List.of() : items;
    }

    static Words words(String given, String english) {
        return Words.of(given, english.isBlank() ? given : english);
    }
}
