package qiji.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What lists add up to: counts, sums, and a board with its lanes. */
final class Numbers {
    private static final String OPEN = "{\"field\": \"status\", \"op\": \"is\", \"value\": \"OPEN\"}";
    private static final int LANE_ROWS = 20;
    private static final String LANES = """
            select t.stage_id, count(*), sum(t.expected_amount),
                sum((t.expected_amount * s.win_rate / 100)::numeric(18, 2))
            from %s t join process.stage s on s.id = t.stage_id
            where %s and t.process_id = ? and t.status = 'OPEN' group by t.stage_id, s.position order by s.position
            """;
    private static final String CARDS = """
            select t.id, t.name, t.number, t.customer_id, c.name, s.name, t.status, t.owner_id, u.name, t.expected_amount,
                t.expected_sign_on, t.next_step, t.next_step_on, t.stage_entered_at, s.planned_days, t.valid, t.validity_waived_by
            from %s t
            join process.stage s on s.id = t.stage_id
            %s
            left join organization.app_user u on u.id = t.owner_id
            where %s and t.process_id = ? and t.status = 'OPEN' and t.stage_id = ?
            order by t.created_at desc, t.id desc limit 21
            """;

    private final Visitors visitors;
    private final Twins twins;

    Numbers(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        Scope region = Scope.below(twins, twins.userId("REGION_SALES"));
        return List.of(
                count("count, region", "REGION_SALES", region),
                count("count, everything", "SALES_OPS", Scope.ofEverything()),
                sum("sum, region", "REGION_SALES", region, "", new Scenario.Bar(300.0, null, null)),
                sum("sum, everything", "SALES_OPS", Scope.ofEverything(), "", new Scenario.Bar(1_000.0, null, null)),
                board("board, region", "REGION_SALES", region, "", 200),
                rad(),
                new ScoreBands(visitors, twins).everything());
    }

    /** Budget by win rate of all open ones. [D4] */
    private Scenario rad() throws IOException, InterruptedException {
        Visitor visitor = visitors.as("SALES_OPS");
        String path = Lists.RECORDS + "/lanes?by=rad&sums=expectedAmount&limit=0&filter="
                + URLEncoder.encode(OPEN, StandardCharsets.UTF_8);
        String query = """
                select count(*) from opportunity.opportunity t join process.stage s on s.id = t.stage_id where t.status = 'OPEN'
                group by case when t.customer_budget < 100000 then 'D' when t.customer_budget <= 500000 then 'A'
                        when t.customer_budget is not null then 'R' end,
                    case when s.win_rate < 25 then 3 when s.win_rate < 50 then 2 else 1 end
                """;
        return new Scenario(
                "RAD grid, everything",
                _ -> Visitor.read(visitor.get(path))
                        .get("lanes")
                        .valueStream()
                        .map(lane -> lane.get("count").asLong())
                        .filter(count -> count > 0)
                        .sorted()
                        .toList(),
                _ -> twins.ids(query).stream().sorted().toList(),
                new Scenario.Bar(300.0, null, null));
    }

    private Scenario count(String name, String role, Scope scope) throws IOException, InterruptedException {
        Visitor visitor = visitors.as(role);
        String query = "select count(*) from (select from opportunity.opportunity t where %s limit 10001) few"
                .formatted(scope.condition());
        return new Scenario(
                name,
                _ -> Visitor.read(visitor.get(Lists.RECORDS + "/count"))
                        .get("count")
                        .asLong(),
                _ -> Math.min(10_000, twins.ids(query, scope.with()).getFirst()),
                new Scenario.Bar(60.0, null, null));
    }

    /** By stage, of what is open, as the page shows it. */
    Scenario board(String name, String role, Scope scope, String asked, double p95)
            throws IOException, InterruptedException, SQLException {
        Visitor visitor = visitors.as(role);
        long process =
                twins.ids("select id from process.process where is_default").getFirst();
        String path = board(process) + asked;
        return new Scenario(
                name, _ -> lanes(visitor.get(path)), _ -> lanes(scope, process), new Scenario.Bar(null, p95, null));
    }

    static String board(long process) {
        return "/api/opportunities/board?by=STAGE&process=%d&limit=%d&filter=%s"
                .formatted(process, LANE_ROWS, URLEncoder.encode(OPEN, StandardCharsets.UTF_8));
    }

    Scenario sum(String name, String role, Scope scope, String asked, Scenario.Bar bar)
            throws IOException, InterruptedException {
        Visitor visitor = visitors.as(role);
        String query = "select sum(expected_amount) from %s t where %s"
                .formatted(scope.rows("opportunity.opportunity"), scope.condition());
        return new Scenario(
                name,
                _ -> amount(Visitor.read(visitor.get(Lists.RECORDS + "/sums?fields=expectedAmount" + asked))
                        .get("sums")
                        .get("expectedAmount")),
                _ -> new BigDecimal(twins.rows(query, scope.with()).getFirst()).stripTrailingZeros(),
                bar);
    }

    /** Of each lane that holds something: number, amounts, and which cards. */
    private static List<String> lanes(byte[] board) {
        List<String> lanes = new ArrayList<>();
        for (JsonNode lane : Visitor.read(board).get("lanes")) {
            if (lane.get("count").asLong() > 0) {
                List<String> cards = new ArrayList<>();
                lane.get("rows").forEach(card -> cards.add(card.get("id").asString()));
                lanes.add("%d|%s|%s|%s"
                        .formatted(
                                lane.get("count").asLong(),
                                amount(lane.get("amount")).toPlainString(),
                                amount(lane.get("weightedAmount")).toPlainString(),
                                cards));
            }
        }
        return lanes;
    }

    private List<String> lanes(Scope scope, long process) throws SQLException {
        String table = scope.rows("opportunity.opportunity");
        String customers = scope.joined("left join", "customer.customer", "c", "c.id = t.customer_id");
        String shown = CARDS.formatted(table, customers, scope.condition());
        List<String> lanes = new ArrayList<>();
        for (String row : twins.rows(LANES.formatted(table, scope.condition()), scope.with(process))) {
            String[] lane = row.split("\\|", -1);
            List<String> cards = twins.rows(shown, scope.with(process, Long.parseLong(lane[0]))).stream()
                    .limit(LANE_ROWS)
                    .map(card -> card.substring(0, card.indexOf('|')))
                    .toList();
            lanes.add("%s|%s|%s|%s".formatted(lane[1], plain(lane[2]), plain(lane[3]), cards));
        }
        return lanes;
    }

    private static String plain(String amount) {
        return amount.isEmpty()
                ? "0"
                : new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal amount(JsonNode node) {
        return node.isNull() ? BigDecimal.ZERO : node.decimalValue().stripTrailingZeros();
    }
}
