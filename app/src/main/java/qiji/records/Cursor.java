package qiji.records;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a page ended: the sorted values and the id of its last row. The next page begins behind them. */
record Cursor(List<@Nullable Object> values, long id) {
    private static final int LONGEST = 4_000;
    /** Digits of a number, on either side: one of millions would be written out in full. */
    private static final int MOST_DIGITS = 40;

    private static final int LAST_YEAR = 9999;
    private static final JsonMapper JSON = JsonMapper.shared();

    String encode(String sort) {
        List<@Nullable String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value == null ? null : value.toString()));
        var node = JSON.createObjectNode().put("s", sort).put("i", id);
        node.putPOJO("v", texts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(node));
    }

    /** Throws INVALID_FIELDS for a cursor of another order, or one that nobody made here. */
    static Cursor decode(String text, String sort, List<Kind> kinds) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            JsonNode node = JSON.readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            JsonNode values = node.path("v");
            if (sort.equals(node.path("s").asString(""))
                    && values.size() == kinds.size()
                    && node.path("i").isIntegralNumber()) {
                List<@Nullable Object> read = new ArrayList<>();
                for (int i = 0; i < kinds.size(); i++) {
                    read.add(values.get(i).isNull() ? null : value(values.get(i).asString(), kinds.get(i)));
                }
                return new Cursor(read, node.get("i").longValue());
            }
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            // told below
        }
        throw Problem.invalid(List.of(FieldFault.of(
                "after",
                "wrong-cursor",
                Words.of("翻页位置无效，请从第一页开始", "The place is not valid: begin at the first page"))));
    }

    private static Object value(String text, Kind kind) {
        return switch (kind) {
            case INTEGER -> Long.valueOf(text);
            case NUMBER, MONEY, PERCENT -> number(text);
            case DATE -> day(LocalDate.parse(text));
            case INSTANT -> instant(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> storable(text);
        };
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number;
    }

    private static Instant instant(String text) {
        Instant moment = Instant.parse(text);
        day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return moment;
    }

    /** Within what the database can hold. */
    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("out of range");
        }
        return day;
    }

    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not storable");
        }
        return text;
    }
}
