package qiji.past;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.Time;

/** What comparisons mean, said in plain Java. */
final class Meanings {
    private Meanings() {}

    /** One deal of a moment, and who looks at it. */
    record Seen(World world, Viewer viewer, Map<String, Object> deal) {
        @Nullable
        Object value(String field) {
            return world.value(field, deal, viewer);
        }
    }

    static boolean is(Object value, String asked) {
        return value instanceof List<?> words ? words.contains(asked) : value.equals(asked);
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    static LocalDate day(Object value) {
        return value instanceof Instant moment ? LocalDate.ofInstant(moment, Time.ZONE) : (LocalDate) value;
    }

    /** As a client sends it. */
    static Object sent(Object value) {
        return switch (value) {
            case List<?> all -> all.stream().map(Meanings::sent).toList();
            case LocalDate day -> day.toString();
            case Instant moment -> moment.toString();
            default -> value;
        };
    }
}
