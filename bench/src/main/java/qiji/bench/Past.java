package qiji.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists and numbers as of the end of a day one year ago. [D17] */
final class Past {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.now(ZONE).minusYears(1);
    private static final OffsetDateTime MOMENT =
            DAY.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime().minusNanos(1_000);
    private static final String OPEN = "{\"field\": \"status\", \"op\": \"is\", \"value\": \"OPEN\"}";
    private static final String NEWEST = """
            select id from (
                (select id, created_at from opportunity.opportunity where valid_from <= ? and created_at <= ?
                    order by created_at desc, id desc limit 51)
                union all
                (select id, created_at from opportunity.opportunity_history
                    where valid_from <= ? and valid_to > ? and created_at <= ? order by created_at desc, id desc limit 51)) heads
            order by created_at desc, id desc limit 50
            """;
    private static final String SUM = "select sum(expected_amount) from opportunity.opportunity_as_of(?)";

    private final Visitors visitors;
    private final Twins twins;

    Past(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        return List.of(
                everything(),
                list("past list, region", "REGION_SALES", 150),
                list("past list, team", "CENTER_DIRECTOR", 60),
                list("past list, own", "ACCOUNT_MANAGER", 60),
                sumOfEverything(),
                asked("past sum, region", "REGION_SALES", Lists.RECORDS + "/sums?fields=expectedAmount", 300),
                board("past board, region", "REGION_SALES", 300),
                board("past board, everything", "SALES_OPS", 1_000));
    }

    private Scenario list(String name, String role, double p95) throws IOException, InterruptedException {
        return asked(name, role, Lists.RECORDS + "?limit=50", p95);
    }

    private Scenario board(String name, String role, double p95)
            throws IOException, InterruptedException, SQLException {
        long process =
                twins.ids("select id from process.process where is_default").getFirst();
        return asked(
                name,
                role,
                "/api/opportunities/board?by=STAGE&process=%d&limit=20&filter=%s"
                        .formatted(process, URLEncoder.encode(OPEN, StandardCharsets.UTF_8)),
                p95);
    }

    /** Beside no twin: what it has to answer is what a test of the application compares with a diary. */
    private Scenario asked(String name, String role, String path, double p95) throws IOException, InterruptedException {
        Visitor visitor = visitors.as(role);
        return new Scenario(
                name, _ -> visitor.get(path + "&asOf=" + DAY).length, null, new Scenario.Bar(null, p95, null));
    }

    private Scenario everything() throws IOException, InterruptedException {
        Visitor visitor = visitors.as("SALES_OPS");
        String path = Lists.RECORDS + "?limit=50&asOf=" + DAY;
        return new Scenario(
                "past list, everything",
                _ -> ids(Visitor.read(visitor.get(path))),
                _ -> twins.ids(NEWEST, MOMENT, MOMENT, MOMENT, MOMENT, MOMENT),
                new Scenario.Bar(null, 300.0, null));
    }

    private Scenario sumOfEverything() throws IOException, InterruptedException {
        Visitor visitor = visitors.as("SALES_OPS");
        String path = Lists.RECORDS + "/sums?fields=expectedAmount&asOf=" + DAY;
        return new Scenario(
                "past sum, everything",
                _ -> Visitor.read(visitor.get(path))
                        .at("/sums/expectedAmount")
                        .decimalValue()
                        .stripTrailingZeros(),
                _ -> new BigDecimal(twins.rows(SUM, MOMENT).getFirst()).stripTrailingZeros(),
                new Scenario.Bar(null, 1_000.0, null));
    }

    private static List<Long> ids(JsonNode page) {
        return page.path("rows")
                .valueStream()
                .map(row -> Long.valueOf(row.path("id").asString()))
                .toList();
    }
}
