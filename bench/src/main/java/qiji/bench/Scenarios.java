package qiji.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What is measured. To add one: a request, its twin with the same result, and its bar. */
final class Scenarios {
    private static final String RECORDS = "/api/records/opportunity";
    private static final String LIST = """
            select t.id, t.number, t.name, t.customer_id, c.name, t.stage_id, s.name, t.status, t.owner_id, u.name,
                t.expected_amount, t.expected_sign_on
            from opportunity.opportunity t
            left join customer.customer c on c.id = t.customer_id
            left join process.stage s on s.id = t.stage_id
            left join organization.app_user u on u.id = t.owner_id
            where %s order by t.created_at desc, t.id desc limit 51
            """;
    private static final Scenario.Bar LIST_BAR = new Scenario.Bar(10.0, 30.0, 1.5);
    private static final Scenario.Bar OWN_BAR = new Scenario.Bar(6.0, 30.0, 1.5);

    private final Visitors visitors;
    private final Twins twins;

    Scenarios(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    /** The first reads no records: the others are measured against it. */
    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        Scope region = Scope.below(twins, twins.userId("REGION_SALES"));
        List<Scenario> all = new ArrayList<>();
        Visitor seller = visitors.as("ACCOUNT_MANAGER");
        all.add(new Scenario(
                "no records: fields",
                _ -> seller.get(RECORDS + "/fields").length,
                null,
                new Scenario.Bar(1.0, null, null)));
        all.add(list("list, everything", "SALES_OPS", Scope.everything(), LIST_BAR));
        all.add(list("list, region", "REGION_SALES", region, LIST_BAR));
        all.add(list("list, team", "CENTER_DIRECTOR", Scope.below(twins, twins.userId("CENTER_DIRECTOR")), LIST_BAR));
        all.add(list(
                "list, own", "ACCOUNT_MANAGER", Scope.ownAndTeam(twins, twins.userId("ACCOUNT_MANAGER")), OWN_BAR));
        all.add(count("count, region", "REGION_SALES", region));
        all.add(sum("sum, region", "REGION_SALES", region, 300));
        all.add(sum("sum, everything", "SALES_OPS", Scope.everything(), 1_000));
        all.add(detail());
        all.addAll(new Writes(visitors, twins).all());
        return List.copyOf(all);
    }

    private Scenario list(String name, String role, Scope scope, Scenario.Bar bar)
            throws IOException, InterruptedException, SQLException {
        Visitor visitor = visitors.as(role);
        String query = LIST.formatted(scope.condition());
        return new Scenario(
                name,
                _ -> new Page(visitor.get(RECORDS + "?limit=50")),
                _ -> new Page(twins.rows(query, scope.with())),
                bar);
    }

    /** The ids of a page, compared; what reading JSON takes is nobody's time, so it waits until then. */
    private record Page(Object content) {
        @SuppressWarnings("unchecked")
        private List<String> ids() {
            if (content instanceof List<?> rows) {
                return ((List<String>) rows)
                        .stream()
                                .limit(50)
                                .map(it -> it.substring(0, it.indexOf('|')))
                                .toList();
            }
            return StreamSupport.stream(
                            Visitor.read((byte[]) content).get("rows").spliterator(), false)
                    .map(it -> it.get("id").asString())
                    .toList();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Page page && page.ids().equals(ids());
        }

        @Override
        public int hashCode() {
            return ids().hashCode();
        }

        @Override
        public String toString() {
            return ids().toString();
        }
    }

    private Scenario count(String name, String role, Scope scope)
            throws IOException, InterruptedException, SQLException {
        Visitor visitor = visitors.as(role);
        String query = "select count(*) from (select from opportunity.opportunity t where %s limit 10001) few"
                .formatted(scope.condition());
        return new Scenario(
                name,
                _ -> Visitor.read(visitor.get(RECORDS + "/count")).get("count").asLong(),
                _ -> Math.min(10_000, twins.ids(query, scope.with()).getFirst()),
                new Scenario.Bar(60.0, null, null));
    }

    private Scenario sum(String name, String role, Scope scope, double barMs)
            throws IOException, InterruptedException, SQLException {
        Visitor visitor = visitors.as(role);
        String query = "select sum(expected_amount) from opportunity.opportunity t where " + scope.condition();
        return new Scenario(
                name,
                _ -> amount(Visitor.read(visitor.get(RECORDS + "/sums?fields=expectedAmount"))
                        .get("sums")
                        .get("expectedAmount")),
                _ -> new BigDecimal(twins.rows(query, scope.with()).getFirst()).stripTrailingZeros(),
                new Scenario.Bar(barMs, null, null));
    }

    private static BigDecimal amount(JsonNode node) {
        return node.decimalValue().stripTrailingZeros();
    }

    /** One after another of what the director of a centre sees. */
    private Scenario detail() throws IOException, InterruptedException, SQLException {
        Scope scope = Scope.below(twins, twins.userId("CENTER_DIRECTOR"));
        List<Long> ids = newest(scope);
        Visitor visitor = visitors.as("CENTER_DIRECTOR");
        String record = """
                select t.*, c.name, s.name, p.name, u.name, d.name from opportunity.opportunity t
                left join customer.customer c on c.id = t.customer_id
                left join process.stage s on s.id = t.stage_id
                left join process.process p on p.id = t.process_id
                left join organization.app_user u on u.id = t.owner_id
                left join organization.department d on d.id = t.department_id
                where %s and t.id = ?
                """.formatted(scope.condition());
        String role = "select role from opportunity.member where opportunity_id = ? and user_id = ?";
        String visits =
                "select stage_id, entered_at, left_at from opportunity.stage_visit where opportunity_id = ? order by entered_at";
        long userId = twins.userId("CENTER_DIRECTOR");
        return new Scenario(
                "detail",
                turn -> new Present(visitor.get("/api/opportunities/" + of(ids, turn)).length),
                turn -> {
                    long id = of(ids, turn);
                    List<String> rows = twins.read(record, scope.with(id));
                    twins.read(role, id, userId);
                    twins.rows(visits, id);
                    return new Present(rows.size());
                },
                new Scenario.Bar(4.0, null, 1.5));
    }

    /** There or not: a page and a row have no more in common to compare. */
    private record Present(int size) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Present it && it.size > 0 == size > 0;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(size > 0);
        }
    }

    private List<Long> newest(Scope scope) throws SQLException {
        return twins.ids(
                "select id from opportunity.opportunity t where %s order by created_at desc limit 200"
                        .formatted(scope.condition()),
                scope.with());
    }

    private static long of(List<Long> ids, int turn) {
        return ids.get(turn % ids.size());
    }
}
