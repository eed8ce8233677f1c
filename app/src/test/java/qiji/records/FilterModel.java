package qiji.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import qiji.platform.Time;
import qiji.testing.Spans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a filter means as it is sent, in plain Java over rows in memory: the measure for what the SQL gives. It reads
 * operators and relative dates for itself, so that a wrong reading of the product shows.
 */
record FilterModel(Map<Long, SampleRecords.Row> rows, LocalDate today) {
    boolean meets(String json, SampleRecords.Row row) {
        return meets(JsonMapper.shared().readTree(json), row);
    }

    private boolean meets(JsonNode node, SampleRecords.Row row) {
        if (node.has("and")) {
            return StreamSupport.stream(node.get("and").spliterator(), false).allMatch(it -> meets(it, row));
        }
        if (node.has("or")) {
            return StreamSupport.stream(node.get("or").spliterator(), false).anyMatch(it -> meets(it, row));
        }
        if (node.has("not")) {
            return !meets(node.get("not"), row);
        }
        return asks(
                node.get("op").asString(),
                node.get("value"),
                value(node.get("field").asString(), row));
    }

    private boolean asks(String operator, JsonNode asked, @Nullable Object actual) {
        return switch (operator) {
            case "empty" -> isEmpty(actual);
            case "notEmpty" -> !isEmpty(actual);
            case "isNot" -> actual == null || !is(actual, asked);
            default -> actual != null && asksOf(actual, operator, asked);
        };
    }

    private boolean asksOf(Object actual, String operator, JsonNode asked) {
        return switch (operator) {
            case "is" -> is(actual, asked);
            case "in" -> StreamSupport.stream(asked.spliterator(), false).anyMatch(one -> is(actual, one));
            case "gt" -> order(actual, asked) > 0;
            case "gte" -> order(actual, asked) >= 0;
            case "lt" -> order(actual, asked) < 0;
            case "lte" -> order(actual, asked) <= 0;
            case "between" ->
                order(actual, asked.get(0)) >= 0 && (asked.get(1).isNull() || order(actual, asked.get(1)) <= 0);
            case "contains" -> lower(actual.toString()).contains(lower(asked.asString()));
            case "startsWith" -> lower(actual.toString()).startsWith(lower(asked.asString()));
            case "relative" -> Spans.isWithin(asked.asString(), day(actual), today);
            case "below" -> isBelow((Long) actual, Long.parseLong(asked.asString()));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private boolean isBelow(long id, long top) {
        Set<Long> passed = new HashSet<>();
        Long here = id;
        while (here != null && here != top && passed.add(here)) {
            SampleRecords.Row row = rows.get(here);
            here = row == null ? null : row.parentId();
        }
        return here != null && here == top && rows.containsKey(top);
    }

    @Nullable
    Object value(String path, SampleRecords.@Nullable Row row) {
        if (row == null) {
            return null;
        }
        int dot = path.indexOf('.');
        if (dot > 0) {
            Long next = (Long) value(path.substring(0, dot), row);
            return value(path.substring(dot + 1), next == null ? null : rows.get(next));
        }
        return switch (path) {
            case "id" -> row.id();
            case "name" -> row.name();
            case "note" -> row.note();
            case "amount" -> row.amount();
            case "lines" -> row.lines();
            case "day" -> row.day();
            case "moment" -> row.moment();
            case "flag" -> row.flag();
            case "color" -> row.color();
            case "tags" -> row.tags();
            case "parent" -> row.parentId();
            case "twin" -> row.twinId();
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static boolean is(Object actual, JsonNode asked) {
        return switch (actual) {
            case List<?> tags -> tags.contains(asked.asString());
            case BigDecimal _, Integer _, LocalDate _, Instant _ -> order(actual, asked) == 0;
            default -> actual.toString().equals(asked.asString());
        };
    }

    /** A moment is asked for by the day that it is of. */
    private static int order(Object actual, JsonNode limit) {
        return switch (actual) {
            case BigDecimal number -> number.compareTo(new BigDecimal(limit.asString()));
            case Integer number -> new BigDecimal(number).compareTo(new BigDecimal(limit.asString()));
            default -> day(actual).compareTo(LocalDate.parse(limit.asString()));
        };
    }

    private static LocalDate day(Object value) {
        return value instanceof Instant moment ? LocalDate.ofInstant(moment, Time.ZONE) : (LocalDate) value;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
