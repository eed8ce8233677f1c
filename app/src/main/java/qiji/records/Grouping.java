package qiji.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** By what records are grouped: a code or id with its label, or the day, month, quarter or year of a time. */
record Grouping(Field<String> key, Field<String> label) {
    private static final Map<String, String> SPANS =
            Map.of("day", "YYYY-MM-DD", "month", "YYYY-MM", "quarter", "YYYY-\"Q\"Q", "year", "YYYY");

    /** {@code by} is the name of the field, for times with the span behind a colon. Throws INVALID_FIELDS. */
    static Grouping of(String by, Path path, Plan plan) {
        if (!path.last().groupable) {
            throw wrong("不能按此字段分组", "One cannot group by this field");
        }
        Field<?> value = plan.field(path);
        if (path.kind() == Kind.REFERENCE) {
            return new Grouping(value.cast(String.class), plan.label(path));
        }
        if (!path.kind().isTime()) {
            Field<String> key = value.cast(String.class);
            return new Grouping(key, key);
        }
        String format = SPANS.get(by.contains(":") ? by.substring(by.indexOf(':') + 1) : "month");
        if (format == null) {
            throw wrong("时间分组应为 day、month、quarter 或 year", "Times are grouped by day, month, quarter or year");
        }
        Field<?> local = path.kind() == Kind.INSTANT
                ? field("{0} at time zone {1}", Object.class, value, inline(Time.ZONE.getId()))
                : value;
        Field<String> key = field("to_char({0}, {1})", String.class, local, inline(format));
        return new Grouping(key, key);
    }

    private static Problem wrong(String zh, String en) {
        return Problem.invalid(List.of(FieldFault.of("by", "not-groupable", Words.of(zh, en))));
    }
}
