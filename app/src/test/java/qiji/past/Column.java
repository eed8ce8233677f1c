package qiji.past;

import static db.customer.Tables.CUSTOMER;
import static db.opportunity.Tables.OPPORTUNITY;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import qiji.platform.Time;

/** A field whose values are of chance: where it stands in the database, and what it may hold. */
record Column(String name, @Nullable Field<?> at, boolean mayBeEmpty, Function<Random, Object> chance) {
    static final List<String> WORDS =
            List.of("电力", "光缆", "水务", "a_b", "50%", "Back\\slash", "x' or 1=1", "ab", "AB 专线");
    static final List<String> STATUSES = List.of("OPEN", "OPEN", "OPEN", "DEFERRED", "WON", "LOST", "ABANDONED");
    static final List<String> SOURCES = List.of("REFERRAL", "EXHIBITION", "TENDER");
    static final List<String> INDUSTRIES = List.of("ENERGY", "WATER", "TRAFFIC");
    static final List<String> INTENTS = List.of("HIGH", "MEDIUM", "LOW");
    static final List<String> COLOURS = List.of("RED", "GREEN");
    static final int DAYS = 300;

    /** Of an opportunity; what stands nowhere in a column of its own is a custom field. */
    static List<Column> ofDeals() {
        return List.of(
                some("nextStep", OPPORTUNITY.NEXT_STEP, Column::word),
                some("description", OPPORTUNITY.DESCRIPTION, random -> word(random) + word(random)),
                always("status", OPPORTUNITY.STATUS, random -> any(STATUSES, random)),
                some("source", OPPORTUNITY.SOURCE, random -> any(SOURCES, random)),
                some("intent", OPPORTUNITY.INTENT, random -> any(INTENTS, random)),
                some("expectedAmount", OPPORTUNITY.EXPECTED_AMOUNT, Column::amount),
                some("wonAmount", OPPORTUNITY.WON_AMOUNT, Column::amount),
                some("contractMonths", OPPORTUNITY.CONTRACT_MONTHS, random -> random.nextInt(1, 40)),
                some("lineCount", OPPORTUNITY.LINE_COUNT, random -> random.nextInt(6)),
                some("ownerWinRate", OPPORTUNITY.OWNER_WIN_RATE, Column::rate),
                some("expectedSignOn", OPPORTUNITY.EXPECTED_SIGN_ON, Column::day),
                some("nextStepOn", OPPORTUNITY.NEXT_STEP_ON, Column::day),
                always("stageEnteredAt", OPPORTUNITY.STAGE_ENTERED_AT, Column::moment),
                always("statusAt", OPPORTUNITY.STATUS_AT, Column::moment),
                always("needKnown", OPPORTUNITY.NEED_KNOWN, random -> random.nextInt(4) > 0),
                always("kpKnown", OPPORTUNITY.KP_KNOWN, random -> random.nextInt(4) > 0),
                always("budgetKnown", OPPORTUNITY.BUDGET_KNOWN, random -> random.nextInt(4) > 0),
                always("tags", OPPORTUNITY.TAGS, Column::words),
                some("cf_city", null, Column::word),
                some("cf_seats", null, random -> random.nextInt(6)),
                some("cf_price", null, Column::amount),
                some("cf_due", null, Column::day),
                some("cf_met", null, Column::moment),
                some("cf_end", null, Column::day),
                some("cf_flag", null, Random::nextBoolean),
                some("cf_colour", null, random -> any(COLOURS, random)),
                some("cf_marks", null, random -> List.of(word(random))));
    }

    static List<Column> ofCustomers() {
        return List.of(
                some("industry", CUSTOMER.INDUSTRY, random -> any(INDUSTRIES, random)),
                some("region", CUSTOMER.REGION, Column::word),
                some("employeeCount", CUSTOMER.EMPLOYEE_COUNT, random -> random.nextInt(6)),
                always("imported", CUSTOMER.IMPORTED, Random::nextBoolean),
                always("tags", CUSTOMER.TAGS, Column::words));
    }

    private static Column some(String name, @Nullable Field<?> at, Function<Random, Object> chance) {
        return new Column(name, at, true, chance);
    }

    private static Column always(String name, Field<?> at, Function<Random, Object> chance) {
        return new Column(name, at, false, chance);
    }

    static <V> V any(List<V> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    static String word(Random random) {
        return any(WORDS, random);
    }

    private static List<String> words(Random random) {
        return random.nextInt(3) == 0 ? List.of() : List.of(word(random));
    }

    static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextLong(100, 500_000), 2);
    }

    private static BigDecimal rate(Random random) {
        return BigDecimal.valueOf(random.nextLong(0, 10_001), 2);
    }

    /** Within the days that the company lives, or soon after. */
    static LocalDate day(Random random) {
        return LocalDate.now(Time.ZONE).minusDays(random.nextInt(-40, DAYS));
    }

    static Instant moment(Random random) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
    }
}
