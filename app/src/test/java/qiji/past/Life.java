package qiji.past;

import static db.competitor.Tables.COMPETITOR;
import static db.customer.Tables.CUSTOMER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RIVAL;
import static db.organization.Tables.APP_USER;
import static db.process.Tables.PROCESS;
import static db.process.Tables.STAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import qiji.testing.SampleData;

/** A company of chance that lives on, change by change: in the database, and in the {@link World} that it is told by. */
final class Life {
    private final DSLContext jooq;
    private final Random random;
    private final long process;
    private final Map<Long, Map<String, Object>> people = new LinkedHashMap<>();
    private final Map<Long, Map<String, Object>> departments = new LinkedHashMap<>();
    private final Map<Long, Map<String, Object>> stages = new LinkedHashMap<>();
    private final Map<Long, Map<String, Object>> customers = new LinkedHashMap<>();
    private final Map<Long, Map<String, Object>> deals = new LinkedHashMap<>();
    private final Map<Long, String> competitors = new LinkedHashMap<>();
    /** What all its names begin with, and no others. */
    final String name = SampleData.unique("长卷").replace("-", "Q");

    Life(DSLContext jooq, SampleData sample, Random random) {
        this.jooq = jooq;
        this.random = random;
        for (int i = 0; i < 6; i++) {
            Long parent = i == 0 ? null : anyOf(departments);
            long id = sample.department("部门", parent);
            departments.put(id, filled("id", id, "parent", parent));
        }
        for (int i = 0; i < 5; i++) {
            long home = anyOf(departments);
            long id = sample.user("某人", home);
            String title = random.nextBoolean() ? null : Column.word(random);
            jooq.update(APP_USER)
                    .set(APP_USER.TITLE, title)
                    .where(APP_USER.ID.eq(id))
                    .execute();
            people.put(id, filled("id", id, "department", home, "title", title));
        }
        process =
                jooq.selectFrom(PROCESS).where(PROCESS.IS_DEFAULT).fetchSingle().getId();
        jooq.selectFrom(STAGE)
                .where(STAGE.PROCESS_ID.eq(process))
                .forEach(it -> stages.put(
                        it.getId(),
                        filled("id", it.getId(), "winRate", it.getWinRate(), "maturity", it.getMaturity())));
        for (int i = 0; i < 3; i++) {
            String called = SampleData.unique("对手");
            competitors.put(
                    jooq.insertInto(COMPETITOR)
                            .set(COMPETITOR.NAME, called)
                            .set(COMPETITOR.CREATED_BY, 0L)
                            .returningResult(COMPETITOR.ID)
                            .fetchSingle()
                            .value1(),
                    called);
        }
        for (int i = 0; i < 12; i++) {
            makeCustomer();
        }
        for (int i = 0; i < 30; i++) {
            makeDeal();
        }
    }

    /** Goes on by one change. */
    void go() {
        switch (random.nextInt(10)) {
            case 0 -> makeDeal();
            case 1, 2 -> meetOrLoseARival(anyOf(deals));
            case 3, 4, 5 -> {
                long id = anyOf(customers);
                Map<String, Object> row = new HashMap<>(row(customers, id));
                changeSome(Column.ofCustomers(), row);
                whose(row, "parent", otherThan(id));
                customers.put(id, row);
                Rows.writeCustomer(id, row, jooq);
            }
            default -> {
                long id = anyOf(deals);
                Map<String, Object> row = new HashMap<>(row(deals, id));
                changeSome(Column.ofDeals(), row);
                relate(row);
                deals.put(id, row);
                Rows.writeDeal(id, row, jooq);
            }
        }
    }

    World asItIs(Instant moment) {
        return new World(moment, Map.copyOf(deals), Map.copyOf(customers), people, departments, stages);
    }

    List<Long> people() {
        return List.copyOf(people.keySet());
    }

    List<Long> departments() {
        return List.copyOf(departments.keySet());
    }

    List<Long> customers() {
        return List.copyOf(customers.keySet());
    }

    List<Long> stages() {
        return List.copyOf(stages.keySet());
    }

    List<String> competitors() {
        return List.copyOf(competitors.values());
    }

    private void makeCustomer() {
        Map<String, Object> row = new HashMap<>();
        Column.ofCustomers().forEach(column -> change(column, row));
        row.put("createdAt", now());
        whose(row, "parent", customers.isEmpty() ? null : anyOf(customers));
        long id = jooq.insertInto(CUSTOMER)
                .set(CUSTOMER.NAME, "x")
                .set(CUSTOMER.NORMALIZED_NAME, "x")
                .set(CUSTOMER.CREATED_AT, (Instant) row.get("createdAt"))
                .set(CUSTOMER.CREATED_BY, 0L)
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
        customers.put(id, row);
        Rows.writeCustomer(id, row, jooq);
    }

    private void makeDeal() {
        Map<String, Object> row = new HashMap<>();
        Column.ofDeals().forEach(column -> change(column, row));
        relate(row);
        row.put("createdAt", now());
        row.put("rivals", List.of());
        long id = jooq.insertInto(OPPORTUNITY)
                .set(OPPORTUNITY.NUMBER, SampleData.unique("SJ"))
                .set(OPPORTUNITY.NAME, "x")
                .set(OPPORTUNITY.PROCESS_ID, process)
                .set(OPPORTUNITY.STAGE_ID, (Long) row.get("stage"))
                .set(OPPORTUNITY.STAGE_ENTERED_AT, Instant.EPOCH)
                .set(OPPORTUNITY.OPENED_ON, LocalDate.EPOCH)
                .set(OPPORTUNITY.CREATED_AT, (Instant) row.get("createdAt"))
                .set(OPPORTUNITY.CREATED_BY, 0L)
                .returningResult(OPPORTUNITY.ID)
                .fetchSingle()
                .value1();
        deals.put(id, row);
        Rows.writeDeal(id, row, jooq);
    }

    private void relate(Map<String, Object> row) {
        whose(row, "customer", anyOf(customers));
        set(row, "cf_partner", random.nextInt(4) == 0 ? null : anyOf(customers));
        row.put("stage", anyOf(stages));
    }

    private void whose(Map<String, Object> row, String other, @Nullable Long named) {
        row.put("name", name + " " + Column.any(PastFilter.NAMES, random) + " " + Column.any(PastFilter.NAMES, random));
        set(row, "owner", random.nextInt(6) == 0 ? null : anyOf(people));
        set(row, "department", random.nextInt(6) == 0 ? null : anyOf(departments));
        set(row, other, random.nextInt(4) == 0 ? null : named);
    }

    private void changeSome(List<Column> columns, Map<String, Object> row) {
        for (int i = 0; i < columns.size() / 3; i++) {
            change(Column.any(columns, random), row);
        }
    }

    private void change(Column column, Map<String, Object> row) {
        boolean empty = column.mayBeEmpty() && random.nextInt(4) == 0;
        set(row, column.name(), empty ? null : column.chance().apply(random));
    }

    private void meetOrLoseARival(long deal) {
        Map<String, Object> row = new HashMap<>(row(deals, deal));
        @SuppressWarnings("unchecked")
        List<String> met = new ArrayList<>((List<String>) row.get("rivals"));
        long rival = anyOf(competitors);
        if (met.remove(competitors.get(rival))) {
            jooq.deleteFrom(RIVAL)
                    .where(RIVAL.OPPORTUNITY_ID.eq(deal), RIVAL.COMPETITOR_ID.eq(rival))
                    .execute();
        } else {
            met.add(competitors.get(rival));
            jooq.insertInto(RIVAL)
                    .set(RIVAL.OPPORTUNITY_ID, deal)
                    .set(RIVAL.COMPETITOR_ID, rival)
                    .set(RIVAL.THREAT, "LOW")
                    .execute();
        }
        row.put("rivals", List.copyOf(met));
        deals.put(deal, row);
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }

    private @Nullable Long otherThan(long id) {
        Long other = anyOf(customers);
        return other == id ? null : other;
    }

    private long anyOf(Map<Long, ?> all) {
        return Column.any(List.copyOf(all.keySet()), random);
    }

    private static Map<String, Object> row(Map<Long, Map<String, Object>> all, long id) {
        return java.util.Objects.requireNonNull(all.get(id));
    }

    /** What is empty is not there. */
    private static void set(Map<String, Object> row, String name, @Nullable Object value) {
        if (value == null) {
            row.remove(name);
        } else {
            row.put(name, value);
        }
    }

    private static Map<String, Object> filled(@Nullable Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            set(row, String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }
}
