package qiji.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Field;
import qiji.platform.Words;

/** The words in which a record type declares its fields: name, Chinese label, English label, where it is read from. */
public final class Fields {
    private Fields() {}

    public static <T> FieldOf<T> text(String name, String zh, String en, Function<T, Field<String>> at) {
        return field(name, zh, en, Kind.TEXT, at);
    }

    public static <T> FieldOf<T> longText(String name, String zh, String en, Function<T, Field<String>> at) {
        return field(name, zh, en, Kind.LONG_TEXT, at);
    }

    public static <T> FieldOf<T> phone(String name, String zh, String en, Function<T, Field<String>> at) {
        return field(name, zh, en, Kind.PHONE, at);
    }

    public static <T> FieldOf<T> email(String name, String zh, String en, Function<T, Field<String>> at) {
        return field(name, zh, en, Kind.EMAIL, at);
    }

    public static <T> FieldOf<T> url(String name, String zh, String en, Function<T, Field<String>> at) {
        return field(name, zh, en, Kind.URL, at);
    }

    public static <T> FieldOf<T> tags(String name, String zh, String en, Function<T, Field<String[]>> at) {
        return field(name, zh, en, Kind.TAGS, at);
    }

    public static <T> FieldOf<T> integer(
            String name, String zh, String en, Function<T, ? extends Field<? extends Number>> at) {
        return field(name, zh, en, Kind.INTEGER, at);
    }

    public static <T> FieldOf<T> number(String name, String zh, String en, Function<T, Field<BigDecimal>> at) {
        return field(name, zh, en, Kind.NUMBER, at);
    }

    /** Yuan, two decimals. */
    public static <T> FieldOf<T> money(String name, String zh, String en, Function<T, Field<BigDecimal>> at) {
        return field(name, zh, en, Kind.MONEY, at);
    }

    /** 0 to 100. */
    public static <T> FieldOf<T> percent(String name, String zh, String en, Function<T, Field<BigDecimal>> at) {
        return field(name, zh, en, Kind.PERCENT, at);
    }

    public static <T> FieldOf<T> date(String name, String zh, String en, Function<T, Field<LocalDate>> at) {
        return field(name, zh, en, Kind.DATE, at);
    }

    public static <T> FieldOf<T> instant(String name, String zh, String en, Function<T, Field<Instant>> at) {
        return field(name, zh, en, Kind.INSTANT, at);
    }

    public static <T> FieldOf<T> bool(String name, String zh, String en, Function<T, Field<Boolean>> at) {
        return field(name, zh, en, Kind.BOOLEAN, at);
    }

    /** One of a fixed list. */
    public static <T> FieldOf<T> choice(
            String name, String zh, String en, Function<T, Field<String>> at, Class<? extends HasWords> choices) {
        FieldOf<T> field = field(name, zh, en, Kind.CHOICE, at);
        field.choices = Choice.of(choices);
        return field;
    }

    /** One of a list that administrators edit, e.g. {@code opportunity-source}. */
    public static <T> FieldOf<T> dictionary(
            String name, String zh, String en, Function<T, Field<String>> at, String dictionary) {
        FieldOf<T> field = field(name, zh, en, Kind.CHOICE, at);
        field.dictionary = dictionary;
        return field;
    }

    /** Another record; {@code type} is asked for late, since types may refer to each other and to themselves. */
    public static <T> FieldOf<T> reference(
            String name, String zh, String en, Function<T, Field<Long>> at, Supplier<RecordType<?>> type) {
        FieldOf<T> field = field(name, zh, en, Kind.REFERENCE, at);
        field.reference = type;
        return field;
    }

    private static <T> FieldOf<T> field(
            String name, String zh, String en, Kind kind, Function<T, ? extends Field<?>> at) {
        return new FieldOf<>(name, Words.of(zh, en), kind, at);
    }
}
