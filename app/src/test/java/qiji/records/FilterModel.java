package qiji.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.platform.Time;

/** What a filter means, in plain Java over rows in memory: the measure for what the SQL gives. */
record FilterModel(Map<Long, SampleRecords.Row> rows, LocalDate today) {
    boolean meets(Filter filter, SampleRecords.Row row) {
        return switch (filter) {
            case Filter.And(var all) -> all.stream().allMatch(it -> meets(it, row));
            case Filter.Or(var any) -> any.stream().anyMatch(it -> meets(it, row));
            case Filter.Not(var inner) -> !meets(inner, row);
            case Filter.In(var path, var values) ->
                values.stream().anyMatch(value -> is(value(path.text(), row), value));
            case Filter.Range range -> inRange(range, value(range.path().text(), row));
            case Filter.Contains(var path, var text) ->
                lower(value(path.text(), row)).contains(text.toLowerCase(Locale.ROOT));
            case Filter.Finds(var path, var text) ->
                lower(value(path.text(), row)).contains(text.toLowerCase(Locale.ROOT));
            case Filter.StartsWith(var path, var text) ->
                lower(value(path.text(), row)).startsWith(text.toLowerCase(Locale.ROOT));
            case Filter.Empty(var path) -> isEmpty(value(path.text(), row));
            case Filter.Relative(var path, var period) ->
                dayOf(value(path.text(), row)) instanceof LocalDate day
                        && !day.isBefore(period.first(today))
                        && !day.isAfter(period.last(today));
            case Filter.Below(var path, var top) -> value(path.text(), row) instanceof Long id && isBelow(id, top);
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

    private static boolean is(@Nullable Object actual, Object asked) {
        return switch (actual) {
            case null -> false;
            case List<?> tags -> tags.contains(asked);
            case BigDecimal number -> number.compareTo((BigDecimal) asked) == 0;
            case Instant moment when asked instanceof LocalDate -> asked.equals(dayOf(moment));
            default -> actual.equals(asked);
        };
    }

    private static boolean inRange(Filter.Range range, @Nullable Object actual) {
        if (actual == null) {
            return false;
        }
        return (range.from() == null || order(actual, range.from()) >= (range.fromExcluded() ? 1 : 0))
                && (range.to() == null || order(actual, range.to()) <= (range.toExcluded() ? -1 : 0));
    }

    @SuppressWarnings("unchecked")
    private static int order(Object actual, Object limit) {
        Object comparable = limit instanceof LocalDate ? dayOf(actual) : actual;
        return ((Comparable<Object>) java.util.Objects.requireNonNull(comparable)).compareTo(limit);
    }

    private static @Nullable LocalDate dayOf(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> day;
            case Instant moment -> LocalDate.ofInstant(moment, Time.ZONE);
            case null, default -> null;
        };
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || (value instanceof List<?> list && list.isEmpty());
    }

    private static String lower(@Nullable Object value) {
        return value == null ? "\0" : value.toString().toLowerCase(Locale.ROOT);
    }
}
