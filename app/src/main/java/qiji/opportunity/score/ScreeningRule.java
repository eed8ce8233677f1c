package qiji.opportunity.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/** From which score on an opportunity is followed first, as usual, or put aside; below the last it is given up. [D6] */
public record ScreeningRule(BigDecimal priority, BigDecimal normal, BigDecimal defer) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** As the sources have it. [S3] */
    static ScreeningRule shipped() {
        return new ScreeningRule(BigDecimal.valueOf(80), BigDecimal.valueOf(60), BigDecimal.valueOf(40));
    }

    public Screening screen(BigDecimal score) {
        if (score.compareTo(priority) >= 0) {
            return Screening.PRIORITY;
        }
        if (score.compareTo(normal) >= 0) {
            return Screening.NORMAL;
        }
        return score.compareTo(defer) >= 0 ? Screening.DEFER : Screening.ABANDON;
    }

    /** The line of the rule that leads to {@code result}. */
    public Words line(Screening result) {
        return switch (result) {
            case PRIORITY -> from(priority, result);
            case NORMAL -> from(normal, result);
            case DEFER -> from(defer, result);
            case ABANDON -> {
                String limit = text(defer);
                yield new Words(
                        "低于 %s 分：%s".formatted(limit, result.words().zh()),
                        "Below %s: %s".formatted(limit, result.words().en()));
            }
        };
    }

    private static Words from(BigDecimal least, Screening result) {
        String limit = text(least);
        return new Words(
                "%s 分起：%s".formatted(limit, result.words().zh()),
                "From %s: %s".formatted(limit, result.words().en()));
    }

    private static String text(BigDecimal limit) {
        return limit.signum() == 0 ? "0" : limit.stripTrailingZeros().toPlainString();
    }

    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        limit("priority", priority, MOST.add(BigDecimal.ONE), faults);
        limit("normal", normal, priority, faults);
        limit("defer", defer, normal, faults);
        return faults;
    }

    private static void limit(
            String path, @Nullable BigDecimal limit, @Nullable BigDecimal higher, List<FieldFault> faults) {
        if (limit == null) {
            faults.add(FieldFault.required(path));
        } else if (limit.signum() < 0
                || limit.compareTo(MOST) > 0
                || limit.stripTrailingZeros().scale() > 2) {
            faults.add(FieldFault.of(
                    path, "out-of-range", Words.of("须为 0 至 100，最多两位小数", "From 0 to 100, two decimals at most")));
        } else if (higher != null && limit.compareTo(higher) >= 0) {
            faults.add(FieldFault.of(path, "not-falling", Words.of("须低于前一档的起点", "It must be below the one before")));
        }
    }
}
