package qiji.records;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import qiji.platform.Time;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;

/** Reads one value of a field out of JSON, or says in a sentence why it is none. */
final class ValueReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{1,60}");
    private static final Pattern PHONE = Pattern.compile("[+(（]?[0-9０-９][0-9０-９ ()（）+\\-.#*转extEXT]{2,38}");

    private ValueReader() {}

    /** What was read, or what is wrong with it: exactly one of the two, both absent for an empty value. */
    record Read(@Nullable Object value, @Nullable Fault fault) {
        static Read of(Object value) {
            return new Read(value, null);
        }

        static Read empty() {
            return new Read(null, null);
        }

        static Read wrong(String code, String zh, String en) {
            return new Read(null, new Fault(code, Words.of(zh, en)));
        }
    }

    record Fault(String code, Words words) {}

    /** {@code codes} are the choices there are; only asked for where the field is one. */
    static Read read(FieldOf<?> field, JsonNode json, Set<String> codes) {
        if (json.isNull() || json.isMissingNode()) {
            return Read.empty();
        }
        return switch (field.kind) {
            case TEXT, LONG_TEXT -> text(json, field.maxLength);
            case PHONE -> matching(json, PHONE, field.maxLength, "电话号码的格式不对", "This is no phone number");
            case EMAIL -> matching(json, EMAIL, field.maxLength, "邮箱地址的格式不对", "This is no mail address");
            case URL -> url(json, field.maxLength);
            case TAGS -> tags(json);
            case INTEGER -> integer(json, field);
            case NUMBER -> decimal(json, field, 6);
            case MONEY -> money(json, field);
            case PERCENT -> percent(json);
            case DATE -> date(json);
            case INSTANT -> instant(json);
            case BOOLEAN ->
                json.isBoolean() ? Read.of(json.booleanValue()) : wrongType("true 或 false", "true or false");
            case CHOICE -> choice(json, codes);
            case REFERENCE -> id(json);
        };
    }

    /** An id is a string of digits; a whole number is taken too. */
    static Read id(JsonNode json) {
        try {
            if (json.isString() && json.stringValue().length() <= 18) {
                return Read.of(Long.parseUnsignedLong(json.stringValue()));
            }
            if (json.isIntegralNumber() && json.canConvertToLong() && json.longValue() >= 0) {
                return Read.of(json.longValue());
            }
        } catch (NumberFormatException e) {
            // told below
        }
        return wrongType("编号", "an id");
    }

    private static Read text(JsonNode json, int maxLength) {
        if (!json.isString()) {
            return wrongType("文字", "a text");
        }
        String text = json.stringValue();
        if (text.isEmpty()) {
            return Read.empty();
        }
        if (text.indexOf('\0') >= 0 || !isWellFormed(text)) {
            return Read.wrong("unstorable-character", "含有无法保存的字符", "It has a character that cannot be stored");
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            return Read.wrong(
                    "too-long", "最多 %d 个字符".formatted(maxLength), "At most %d characters".formatted(maxLength));
        }
        return Read.of(text);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static Read matching(JsonNode json, Pattern pattern, int maxLength, String zh, String en) {
        Read text = text(json, maxLength);
        return text.value() instanceof String given && !pattern.matcher(given).matches()
                ? Read.wrong("wrong-format", zh, en)
                : text;
    }

    private static Read url(JsonNode json, int maxLength) {
        Read text = text(json, maxLength);
        if (text.value() instanceof String given) {
            try {
                URI uri = new URI(given);
                // Nothing else: a script must never hide behind a link.
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return text;
                }
            } catch (URISyntaxException e) {
                // told below
            }
            return Read.wrong("wrong-format", "网址须以 http:// 或 https:// 开头", "It must begin with http:// or https://");
        }
        return text;
    }

    private static Read tags(JsonNode json) {
        if (!json.isArray() || json.size() > FieldOf.MOST_TAGS) {
            return Read.wrong("wrong-type", "应为至多 50 个标签", "It must be a list of at most 50 tags");
        }
        for (JsonNode tag : json) {
            Read read = text(tag, FieldOf.LONGEST_TAG);
            if (read.fault() != null || read.value() == null) {
                return Read.wrong("wrong-type", "标签应为 1 至 50 个字符", "A tag has 1 to 50 characters");
            }
        }
        return Read.of(StreamSupport.stream(json.spliterator(), false)
                .map(JsonNode::stringValue)
                .distinct()
                .toArray(String[]::new));
    }

    private static Read integer(JsonNode json, FieldOf<?> field) {
        if (!json.isIntegralNumber() || !json.canConvertToInt()) {
            return wrongType("整数", "a whole number");
        }
        return json.intValue() < 0 && !field.mayBeNegative ? negative() : Read.of(json.intValue());
    }

    /** {@code 1e999} is read as a number without an end. */
    private static boolean isFinite(JsonNode json) {
        return json.isNumber() && (!json.isFloatingPointNumber() || Double.isFinite(json.doubleValue()));
    }

    private static Read decimal(JsonNode json, FieldOf<?> field, int scale) {
        if (!isFinite(json)) {
            return wrongType("数字", "a number");
        }
        BigDecimal value = json.decimalValue().stripTrailingZeros();
        if (value.scale() > scale) {
            return Read.wrong("too-precise", "最多 %d 位小数".formatted(scale), "At most %d decimals".formatted(scale));
        }
        if (value.abs().compareTo(FieldOf.MONEY_LIMIT) >= 0) {
            return Read.wrong("too-large", "数值太大", "The number is too large");
        }
        return value.signum() < 0 && !field.mayBeNegative ? negative() : Read.of(value);
    }

    private static Read money(JsonNode json, FieldOf<?> field) {
        Read read = decimal(json, field, 2);
        return read.value() instanceof BigDecimal value ? Read.of(value.setScale(2)) : read;
    }

    private static Read percent(JsonNode json) {
        if (!isFinite(json)) {
            return wrongType("0 到 100 的数字", "a number from 0 to 100");
        }
        BigDecimal value = json.decimalValue();
        if (value.signum() < 0
                || value.compareTo(HUNDRED) > 0
                || value.stripTrailingZeros().scale() > 2) {
            return Read.wrong(
                    "out-of-range", "应在 0 到 100 之间，最多两位小数", "It must be from 0 to 100, with at most 2 decimals");
        }
        return Read.of(value);
    }

    private static Read date(JsonNode json) {
        try {
            if (json.isString()) {
                LocalDate day = LocalDate.parse(json.stringValue());
                return Time.isFar(day)
                        ? Read.wrong("out-of-range", "日期应在 1900 至 2200 年之间", "The date must lie between 1900 and 2200")
                        : Read.of(day);
            }
        } catch (DateTimeException e) {
            // told below
        }
        return wrongType("日期，如 2026-11-24", "a date such as 2026-11-24");
    }

    private static Read instant(JsonNode json) {
        try {
            if (json.isString()) {
                Instant moment = OffsetDateTime.parse(json.stringValue()).toInstant();
                int year = moment.atZone(java.time.ZoneOffset.UTC).getYear();
                return year < Time.FIRST_DAY.getYear() || year > Time.LAST_DAY.getYear()
                        ? Read.wrong("out-of-range", "时间应在 1900 至 2200 年之间", "The time must lie between 1900 and 2200")
                        : Read.of(moment);
            }
        } catch (DateTimeException e) {
            // told below
        }
        return wrongType("时间，如 2026-11-24T08:00:00Z", "a time such as 2026-11-24T08:00:00Z");
    }

    private static Read choice(JsonNode json, Set<String> codes) {
        if (!json.isString()) {
            return wrongType("选项代码", "the code of a choice");
        }
        return codes.contains(json.stringValue())
                ? Read.of(json.stringValue())
                : Read.wrong("unknown-choice", "没有这个选项", "There is no such choice");
    }

    private static Read negative() {
        return Read.wrong("negative", "不能为负数", "It must not be negative");
    }

    private static Read wrongType(String zh, String en) {
        return Read.wrong("wrong-type", "应为" + zh, "It must be " + en);
    }
}
