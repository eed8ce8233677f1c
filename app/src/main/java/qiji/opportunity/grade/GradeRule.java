package qiji.opportunity.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/**
 * By what an opportunity is graded, and which role confirms each grade. {@code manyLines} lines make one below the limit of
 * {@link Grade#ORDINARY} an ordinary one. What is confirmed from {@code reportedFrom} on, ordinary if it is not said, is
 * reported to the city company. How often the grade asks for progress, and for a follow-up by the responsible leader in
 * person, is said by {@code progress} and {@code leading}. {@code together}: an assessment sent while the grade waits is decided
 * with it, in one flow; not where it is not said. Amounts are contract totals in yuan. [D3 D9]
 */
public record GradeRule(
        GradeBasis basis,
        Limits limits,
        int manyLines,
        Confirmers confirmedBy,
        @Nullable Grade reportedFrom,
        @Nullable Paces progress,
        @Nullable Paces leading,
        @Nullable Boolean together) {
    private static final BigDecimal MOST = new BigDecimal("1e13");
    private static final int MOST_LINES = 1_000_000;

    /** The least amount of each grade; below the first it is general. */
    public record Limits(BigDecimal ordinary, BigDecimal important, BigDecimal major) {}

    /** Codes of roles; null where nobody has to confirm. */
    public record Confirmers(
            @Nullable String ordinary,
            @Nullable String important,
            @Nullable String major) {}

    /** As the sources have it. */
    static GradeRule shipped() {
        return new GradeRule(
                GradeBasis.BUDGET_ELSE_EXPECTED,
                new Limits(BigDecimal.valueOf(20_000), BigDecimal.valueOf(50_000), BigDecimal.valueOf(200_000)),
                5,
                new Confirmers("CENTER_DIRECTOR", "DEPUTY_GM", "GENERAL_MANAGER"),
                Grade.ORDINARY,
                Paces.SHIPPED,
                Paces.SHIPPED,
                true);
    }

    /** Null while there is no amount to go by, nor many lines. */
    public @Nullable Grade grade(@Nullable BigDecimal expected, @Nullable BigDecimal budget, @Nullable Integer lines) {
        BigDecimal amount = amount(expected, budget);
        if (amount != null && amount.compareTo(limits.major) >= 0) {
            return Grade.MAJOR;
        }
        if (amount != null && amount.compareTo(limits.important) >= 0) {
            return Grade.IMPORTANT;
        }
        boolean many = lines != null && lines >= manyLines;
        if (many || (amount != null && amount.compareTo(limits.ordinary) >= 0)) {
            return Grade.ORDINARY;
        }
        return amount == null ? null : Grade.GENERAL;
    }

    /** The role that confirms the grade; null if nobody has to. */
    public @Nullable String confirmer(Grade grade) {
        return switch (grade) {
            case GENERAL -> null;
            case ORDINARY -> confirmedBy.ordinary;
            case IMPORTANT -> confirmedBy.important;
            case MAJOR -> confirmedBy.major;
        };
    }

    /** Whether one that was confirmed in that grade is reported to the city company. */
    boolean isReported(Grade grade) {
        return grade.compareTo(reportedFrom == null ? Grade.ORDINARY : reportedFrom) >= 0;
    }

    /** Whether who confirms the grade decides the assessment that was sent meanwhile, too. */
    public boolean isTogether() {
        return Boolean.TRUE.equals(together);
    }

    /** How often progress is due of each grade, with nothing left unsaid. */
    public Paces progressPaces() {
        return told(progress);
    }

    /** How often the responsible leader follows one of each grade in person. */
    public Paces leadingPaces() {
        return told(leading);
    }

    private static Paces told(@Nullable Paces said) {
        return said == null ? Paces.SHIPPED : said.told();
    }

    private @Nullable BigDecimal amount(@Nullable BigDecimal expected, @Nullable BigDecimal budget) {
        return switch (basis) {
            case BUDGET_ELSE_EXPECTED -> budget == null ? expected : budget;
            case EXPECTED -> expected;
            case BUDGET -> budget;
            case MAX -> expected == null ? budget : budget == null ? expected : expected.max(budget);
        };
    }

    /** {@code isRole} tells whether there is a role with that code. */
    @SuppressWarnings("NullAway") // what was read of a body may lack parts
    List<FieldFault> faults(Predicate<String> isRole) {
        List<FieldFault> faults = new ArrayList<>();
        if (basis == null) {
            faults.add(FieldFault.required("basis"));
        }
        if (limits == null) {
            faults.add(FieldFault.required("limits"));
        } else {
            limit("limits.ordinary", limits.ordinary, BigDecimal.ZERO, faults);
            limit("limits.important", limits.important, limits.ordinary, faults);
            limit("limits.major", limits.major, limits.important, faults);
        }
        if (manyLines < 1 || manyLines > MOST_LINES) {
            faults.add(FieldFault.of("manyLines", "out-of-range", Words.of("请填 1 至 1000000", "From 1 to 1,000,000")));
        }
        if (confirmedBy == null) {
            faults.add(FieldFault.required("confirmedBy"));
        } else {
            role("confirmedBy.ordinary", confirmedBy.ordinary, isRole, faults);
            role("confirmedBy.important", confirmedBy.important, isRole, faults);
            role("confirmedBy.major", confirmedBy.major, isRole, faults);
        }
        return faults;
    }

    private static void limit(
            String path, @Nullable BigDecimal limit, @Nullable BigDecimal lower, List<FieldFault> faults) {
        if (limit == null) {
            faults.add(FieldFault.required(path));
        } else if (lower != null && limit.compareTo(lower) <= 0) {
            faults.add(FieldFault.of(path, "not-rising", Words.of("须大于前一级的起点", "It must be above the one before")));
        } else if (limit.compareTo(MOST) >= 0 || limit.stripTrailingZeros().scale() > 2) {
            faults.add(FieldFault.of(
                    path, "out-of-range", Words.of("最多两位小数，小于 10 万亿", "At most two decimals, below 10 trillion")));
        }
    }

    private static void role(String path, @Nullable String role, Predicate<String> isRole, List<FieldFault> faults) {
        if (role != null && !isRole.test(role)) {
            faults.add(FieldFault.of(path, "unknown", Words.of("没有这个角色", "There is no such role")));
        }
    }
}
