package qiji.records;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Filters of chance, as a client would send them. */
final class RandomFilters {
    private static final List<String> PERIODS = List.of(
            "today",
            "yesterday",
            "tomorrow",
            "lastWeek",
            "thisWeek",
            "nextWeek",
            "lastMonth",
            "thisMonth",
            "nextMonth",
            "lastQuarter",
            "thisQuarter",
            "nextQuarter",
            "lastYear",
            "thisYear",
            "nextYear",
            "last30Days",
            "next7Days",
            "overdue");

    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
    }

    String next() {
        return node(3);
    }

    private String node(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> "{\"and\":[" + nodes(depth) + "]}";
            case 1 -> "{\"or\":[" + nodes(depth) + "]}";
            case 2 -> "{\"not\":" + node(depth - 1) + "}";
            default -> leaf();
        };
    }

    private String nodes(int depth) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> node(depth - 1))
                .collect(Collectors.joining(","));
    }

    private String leaf() {
        String way = List.of("", "", "parent.", "twin.", "parent.twin.").get(random.nextInt(5));
        return switch (random.nextInt(10)) {
            case 0 -> leaf(way + "name", List.of("is", "isNot", "startsWith", "contains"), text());
            case 1 -> leaf(way + "note", List.of("contains", "startsWith", "is"), text());
            case 2 -> leaf(way + "amount", List.of("gt", "gte", "lt", "lte", "is", "isNot"), number());
            case 3 ->
                leaf(
                        way + "amount",
                        List.of("between"),
                        "[" + number() + "," + (random.nextBoolean() ? "null" : number()) + "]");
            case 4 -> leaf(way + "day", List.of("gt", "gte", "lt", "lte", "is", "isNot"), day());
            case 5 -> leaf(way + (random.nextBoolean() ? "moment" : "day"), List.of("relative"), period());
            case 6 ->
                random.nextBoolean()
                        ? leaf(way + "moment", List.of("gt", "gte", "lt", "lte", "is"), day())
                        : leaf(way + "lines", List.of("in"), "[%d,%d]".formatted(random.nextInt(5), random.nextInt(5)));
            case 7 ->
                leaf(
                        way
                                + List.of("name", "amount", "tags", "parent", "flag", "color", "moment")
                                        .get(random.nextInt(7)),
                        List.of("empty", "notEmpty"),
                        "null");
            case 8 -> leaf(way + "twin", List.of("below"), "\"" + random.nextInt(1, 60) + "\"");
            default ->
                random.nextBoolean()
                        ? leaf(way + "color", List.of("in"), "[\"RED\"]")
                        : random.nextBoolean()
                                ? leaf(way + "tags", List.of("is"), text())
                                : leaf(way + "twin", List.of("is", "isNot"), "\"" + random.nextInt(1, 60) + "\"");
        };
    }

    private String leaf(String field, List<String> operators, String value) {
        String operator = operators.get(random.nextInt(operators.size()));
        return "{\"field\":\"%s\",\"op\":\"%s\",\"value\":%s}".formatted(field, operator, value);
    }

    private String text() {
        return JsonMapper.shared().writeValueAsString(SampleRecords.word(random));
    }

    private String number() {
        return Double.toString(random.nextInt(-500, 500) / 100.0);
    }

    private String day() {
        return "\"" + java.time.LocalDate.of(2026, 11, 24).plusDays(random.nextInt(-30, 30)) + "\"";
    }

    private String period() {
        return "\"" + PERIODS.get(random.nextInt(PERIODS.size())) + "\"";
    }
}
