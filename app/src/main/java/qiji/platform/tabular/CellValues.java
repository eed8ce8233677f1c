package qiji.platform.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads numbers and truths out of cells as people in China write them. Full-width characters count as plain ones. */
public final class CellValues {
    private static final Pattern NUMBER =
            Pattern.compile("(?<digits>[+-]?(\\d+|\\d{1,3}(,\\d{3})+)?(\\.\\d+)?(E[+-]?\\d{1,2})?)");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<sign>[+-]?)(¥|RMB|CNY|人民币)?(?<number>[+-]?[\\d.,]+(E[+-]?\\d{1,2})?)(?<times>[万亿]?)(元|圆|RMB|CNY)?");
    private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(16);
    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0");

    private CellValues() {}

    /** Yuan, rounded half up to the fen: "¥1,234.50", "12.5万元", "（300）" for minus 300. */
    public static Parsed<BigDecimal> money(String text) {
        return read(text, CellValues::amount);
    }

    /** "1,234.5", "1.2E3". */
    public static Parsed<BigDecimal> number(String text) {
        return read(text, CellValues::plainNumber);
    }

    /** Percent, so "25%" and "25" are both 25 and "0.25" is a quarter of one percent. */
    public static Parsed<BigDecimal> percent(String text) {
        return read(text, plain -> plainNumber(plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain));
    }

    /** "1,234" and "1234.0", but not "1234.5". */
    public static Parsed<Long> integer(String text) {
        return switch (number(text)) {
            case Parsed.Fault(var fault) -> new Parsed.Fault<>(fault);
            case Parsed.Value(var number) -> {
                if (number.stripTrailingZeros().scale() > 0) {
                    yield new Parsed.Fault<>(CellFault.NOT_WHOLE);
                }
                yield number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                        ? new Parsed.Fault<>(CellFault.TOO_BIG)
                        : new Parsed.Value<>(number.longValueExact());
            }
        };
    }

    /** 是/否, yes/no, true/false, 1/0. */
    public static Parsed<Boolean> truth(String text) {
        return read(text, plain -> {
            var lower = plain.toLowerCase(Locale.ROOT);
            if (YES.contains(lower)) {
                return new Parsed.Value<>(true);
            }
            return NO.contains(lower) ? new Parsed.Value<>(false) : new Parsed.Fault<>(CellFault.NOT_YES_OR_NO);
        });
    }

    static <T> Parsed<T> read(String text, Function<String, Parsed<T>> reading) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return plain.isEmpty() ? new Parsed.Fault<>(CellFault.BLANK) : reading.apply(plain);
    }

    private static Parsed<BigDecimal> plainNumber(String plain) {
        var found = NUMBER.matcher(plain.strip().toUpperCase(Locale.ROOT));
        if (!found.matches() || plain.chars().noneMatch(Character::isDigit)) {
            return new Parsed.Fault<>(CellFault.NOT_A_NUMBER);
        }
        return value(new BigDecimal(found.group("digits").replace(",", "")));
    }

    private static Parsed<BigDecimal> amount(String plain) {
        boolean inBrackets = plain.startsWith("(") && plain.endsWith(")");
        var bare = inBrackets ? plain.substring(1, plain.length() - 1) : plain;
        var found = AMOUNT.matcher(bare.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        if (!found.matches() || (inBrackets && bare.matches(".*[+-].*"))) {
            return new Parsed.Fault<>(CellFault.NOT_A_NUMBER);
        }
        var sign = found.group("sign");
        var times = found.group("times");
        return switch (plainNumber(found.group("number"))) {
            case Parsed.Fault(var fault) -> new Parsed.Fault<>(fault);
            case Parsed.Value(var number)
            when number.signum() < 0 && !sign.isEmpty() -> new Parsed.Fault<>(CellFault.NOT_A_NUMBER);
            case Parsed.Value(var number) -> yuan(inBrackets || sign.equals("-") ? number.negate() : number, times);
        };
    }

    private static Parsed<BigDecimal> yuan(BigDecimal number, String times) {
        int zeros = switch (times) {
            case "万" -> 4;
            case "亿" -> 8;
            default -> 0;
        };
        return value(number.movePointRight(zeros).setScale(2, RoundingMode.HALF_UP));
    }

    private static Parsed<BigDecimal> value(BigDecimal number) {
        return number.abs().compareTo(MAX_AMOUNT) >= 0
                ? new Parsed.Fault<>(CellFault.TOO_BIG)
                : new Parsed.Value<>(number);
    }
}
