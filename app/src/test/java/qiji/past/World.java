package qiji.past;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;

/**
 * How a company of chance stood at a moment, as the test wrote it down: every record by its id, every value by the name of
 * its field. Users, departments and stages are those of today. What fields mean is said here once more in plain Java.
 */
record World(
        Instant moment,
        Map<Long, Map<String, Object>> deals,
        Map<Long, Map<String, Object>> customers,
        Map<Long, Map<String, Object>> people,
        Map<Long, Map<String, Object>> departments,
        Map<Long, Map<String, Object>> stages) {

    LocalDate today() {
        return LocalDate.ofInstant(moment, Time.ZONE);
    }

    boolean sees(Viewer viewer, String type, Map<String, Object> row) {
        return viewer.scopeOf(type) instanceof Scope.Part(var homes, var owners)
                ? homes.contains(or0(row.get("department"))) || owners.contains(or0(row.get("owner")))
                : true;
    }

    private static long or0(@Nullable Object id) {
        return id == null ? 0 : (Long) id;
    }

    /** The value at the end of a way through references; null where it leads through a customer who is not seen. */
    @Nullable
    Object value(String path, @Nullable Map<String, Object> row, Viewer viewer) {
        int dot = path.indexOf('.');
        if (row == null || dot < 0) {
            return row == null ? null : own(path, row);
        }
        String step = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        Long id = (Long) row.get(step);
        return switch (step) {
            case "owner" -> value(rest, people.get(id), viewer);
            case "department" -> value(rest, departments.get(id), viewer);
            case "stage" -> value(rest, stages.get(id), viewer);
            default -> {
                Map<String, Object> customer = customers.get(id);
                // A declared reference tells what its record is called to whoever sees it; a custom one does not.
                boolean told = rest.equals("name") && !step.startsWith("cf_");
                yield customer != null && (told || sees(viewer, "customer", customer))
                        ? value(rest, customer, viewer)
                        : null;
            }
        };
    }

    private @Nullable Object own(String field, Map<String, Object> row) {
        return row.containsKey("status") ? ofDeal(field, row) : row.get(field);
    }

    private @Nullable Object ofDeal(String field, Map<String, Object> row) {
        return switch (field) {
            case "valid" -> isValid(row);
            case "maturity" -> isValid(row) ? stage(row).get("maturity") : "POTENTIAL";
            case "weightedAmount" -> weighted(row);
            case "expectedMonthly" ->
                row.get("expectedAmount") instanceof BigDecimal all
                                && row.get("contractMonths") instanceof Integer months
                        ? all.divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP)
                        : null;
            case "daysInStage" -> {
                boolean goesOn = Set.of("OPEN", "DEFERRED").contains(row.get("status"));
                LocalDate end = goesOn ? today() : day(row, "statusAt");
                yield (int) Math.max(0, ChronoUnit.DAYS.between(day(row, "stageEnteredAt"), end));
            }
            default -> row.get(field);
        };
    }

    private static boolean isValid(Map<String, Object> row) {
        return row.get("needKnown") == Boolean.TRUE
                && row.get("kpKnown") == Boolean.TRUE
                && row.get("budgetKnown") == Boolean.TRUE;
    }

    private @Nullable BigDecimal weighted(Map<String, Object> row) {
        if (!"OPEN".equals(row.get("status"))) {
            return "WON".equals(row.get("status")) ? (BigDecimal) row.get("wonAmount") : BigDecimal.ZERO;
        }
        BigDecimal rate = (BigDecimal) Objects.requireNonNull(stage(row).get("winRate"));
        return row.get("expectedAmount") instanceof BigDecimal expected
                ? expected.multiply(rate).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
                : null;
    }

    private Map<String, Object> stage(Map<String, Object> row) {
        return Objects.requireNonNull(stages.get((Long) row.get("stage")));
    }

    private static LocalDate day(Map<String, Object> row, String field) {
        return LocalDate.ofInstant((Instant) Objects.requireNonNull(row.get(field)), Time.ZONE);
    }

    /** The department {@code top} and all below it. */
    boolean isDepartmentBelow(long id, long top) {
        return isBelow(id, top, departments, null);
    }

    /** The same of customers, each of which must be seen on the way up. */
    boolean isCustomerBelow(long id, long top, Viewer viewer) {
        return isBelow(id, top, customers, viewer);
    }

    private boolean isBelow(long id, long top, Map<Long, Map<String, Object>> all, @Nullable Viewer viewer) {
        Set<Long> passed = new HashSet<>();
        for (Long here = id; here != null && passed.add(here); ) {
            Map<String, Object> row = all.get(here);
            if (row == null || viewer != null && !sees(viewer, "customer", row)) {
                return false;
            }
            if (here == top) {
                return true;
            }
            here = (Long) row.get("parent");
        }
        return false;
    }

    /** Whether {@code text}, a word, stands in the name of a deal or of its customer. */
    boolean isCalled(String text, Map<String, Object> deal) {
        Map<String, Object> customer = customers.get((Long) deal.get("customer"));
        return holds(deal, text) || customer != null && holds(customer, text);
    }

    private static boolean holds(Map<String, Object> row, String word) {
        return List.of(String.valueOf(row.get("name")).split(" ")).contains(word);
    }
}
