package qiji.records.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.platform.tabular.CellDates;
import qiji.platform.tabular.CellFault;
import qiji.platform.tabular.CellValues;
import qiji.platform.tabular.DateOrder;
import qiji.platform.tabular.Parsed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the text of a cell into the value that the API would take for the field. */
sealed interface CellReading {
    record Value(JsonNode value) implements CellReading {}

    record Fault(String code, Words message) implements CellReading {}

    JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** For every kind but references, which are looked up many at a time. {@code text} is not empty. */
    static CellReading of(String text, ImportField field, DateOrder order) {
        return switch (field.kind()) {
            case INTEGER -> read(CellValues.integer(text), JSON::numberNode);
            case NUMBER -> read(CellValues.number(text), JSON::numberNode);
            case PERCENT -> read(CellValues.percent(text), JSON::numberNode);
            case MONEY -> read(CellValues.money(text), JSON::numberNode);
            case BOOLEAN -> read(CellValues.truth(text), JSON::booleanNode);
            case DATE -> read(CellDates.day(text, order), (LocalDate day) -> JSON.stringNode(day.toString()));
            case INSTANT ->
                read(
                        CellDates.moment(text, order),
                        moment -> JSON.stringNode(
                                moment.atZone(Time.ZONE).toInstant().toString()));
            case CHOICE -> choice(text, field);
            case TAGS -> {
                var tags = JSON.arrayNode();
                Arrays.stream(text.split("[,，;；、|]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .forEach(tags::add);
                yield new Value(tags);
            }
            case TEXT, LONG_TEXT, PHONE, EMAIL, URL, REFERENCE -> new Value(JSON.stringNode(text));
        };
    }

    private static CellReading choice(String text, ImportField field) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return field.choices().stream()
                .filter(choice -> choice.code().toLowerCase(Locale.ROOT).equals(wanted)
                        || choice.label().zh().equals(text)
                        || choice.label().en().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .<CellReading>map(choice -> new Value(JSON.stringNode(choice.code())))
                .orElseGet(() -> new Fault("unknown-choice", Words.of("没有这个选项", "There is no such choice")));
    }

    private static <T> CellReading read(Parsed<T> parsed, Function<T, ? extends JsonNode> json) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> new Value(json.apply(value));
            case Parsed.Fault<T>(var fault) ->
                new Fault(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), words(fault));
        };
    }

    private static Words words(CellFault fault) {
        return switch (fault) {
            case BLANK -> Words.of("是空的", "It is empty");
            case NOT_A_NUMBER -> Words.of("不是数字", "It is not a number");
            case NOT_WHOLE -> Words.of("应为整数", "It must be a whole number");
            case TOO_BIG -> Words.of("数字太大", "The number is too big");
            case NOT_A_DATE -> Words.of("不是日期", "It is not a date");
            case AMBIGUOUS_DATE -> Words.of("分不清日和月，请指定日期顺序", "Say whether the day or the month comes first");
            case NOT_YES_OR_NO -> Words.of("应为是或否", "It must be yes or no");
        };
    }
}
