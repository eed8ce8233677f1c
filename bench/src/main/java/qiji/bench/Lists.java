package qiji.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Pages of opportunities: the newest of each scope, filtered, deep, and in orders that no index has. */
final class Lists {
    static final String RECORDS = "/api/records/opportunity";
    private static final String SHOWN = """
            select t.id, t.number, t.name, t.customer_id, c.name, t.stage_id, s.name, t.status, t.owner_id, u.name,
                t.expected_amount, t.expected_sign_on, t.created_at
            from (%s) chosen
            %s
            %s
            left join process.stage s on s.id = t.stage_id
            left join organization.app_user u on u.id = t.owner_id
            order by %s
            """;
    private static final String NEWEST = "chosen.created_at desc, chosen.id desc";
    private static final String SEATS = "(t.custom ->> 'seats')::bigint";
    private static final Scenario.Bar LIST = new Scenario.Bar(10.0, 30.0, 1.5);
    private static final Scenario.Bar OWN = new Scenario.Bar(6.0, 30.0, 1.5);
    private static final Scenario.Bar SEARCHED = new Scenario.Bar(20.0, 50.0, 1.5);
    private static final Scenario.Bar UNINDEXED = new Scenario.Bar(1_500.0, null, null);
    private static final int DEEP = 10_000;
    private static final int LARGEST_PAGE = 200;

    private final Visitors visitors;
    private final Twins twins;

    Lists(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        return List.of(
                newest("list, everything", "SALES_OPS", Scope.ofEverything(), LIST),
                newest("list, region", "REGION_SALES", Scope.below(twins, twins.userId("REGION_SALES")), LIST),
                newest("list, team", "CENTER_DIRECTOR", Scope.below(twins, twins.userId("CENTER_DIRECTOR")), LIST),
                newest("list, own", "ACCOUNT_MANAGER", Scope.ownAndTeam(twins, twins.userId("ACCOUNT_MANAGER")), OWN),
                filtered("list, filtered, region", "REGION_SALES", Scope.below(twins, twins.userId("REGION_SALES"))),
                filtered("list, filtered, everything", "SALES_OPS", Scope.ofEverything()),
                deep(),
                awaiting(),
                sorted(
                        "list by customer",
                        "customer",
                        "left join customer.customer c on c.id = t.customer_id",
                        "c.name",
                        " collate \"zh-x-icu\""),
                sorted("list by custom field", "cf_seats", "", SEATS, ""));
    }

    private Scenario newest(String name, String role, Scope scope, Scenario.Bar bar)
            throws IOException, InterruptedException {
        return newest(name, visitors.as(role), "", twins, scope, bar);
    }

    /** The first page of all that {@code scope} holds. */
    static Scenario newest(String name, Visitor visitor, String asked, Twins twins, Scope scope, Scenario.Bar bar) {
        String twin = shown(scope.newest(), scope, NEWEST);
        return list(name, visitor, asked, twins, twin, scope.ofNewest(), bar);
    }

    private static String shown(String chosen, Scope scope, String order) {
        return SHOWN.formatted(
                chosen,
                scope.joined("join", "opportunity.opportunity", "t", "t.id = chosen.id"),
                scope.joined("left join", "customer.customer", "c", "c.id = t.customer_id"),
                order);
    }

    private Scenario filtered(String name, String role, Scope scope)
            throws IOException, InterruptedException, SQLException {
        long stage = twins.ids("select s.id from process.stage s join process.process p on p.id = s.process_id"
                        + " where p.is_default order by s.position limit 1 offset 2")
                .getFirst();
        String filter = """
                {"and": [{"field": "stage", "op": "is", "value": "%d"},
                    {"field": "expectedAmount", "op": "between", "value": [100000, 300000]},
                    {"field": "cf_seats", "op": "gt", "value": 100}]}
                """.formatted(stage);
        String chosen = """
                select t.id, t.created_at from opportunity.opportunity t
                where %s and t.stage_id = ? and t.expected_amount between 100000 and 300000 and %s > 100
                order by t.created_at desc, t.id desc limit 51
                """.formatted(scope.condition(), SEATS);
        return list(
                name,
                visitors.as(role),
                "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8),
                twins,
                shown(chosen, Scope.ofEverything(), NEWEST),
                scope.with(stage),
                SEARCHED);
    }

    private Scenario deep() throws IOException, InterruptedException, SQLException {
        Visitor visitor = visitors.as("SALES_OPS");
        String after = "";
        for (int passed = 0; passed < DEEP; passed += LARGEST_PAGE) {
            after = Visitor.read(
                            visitor.get("%s?fields=number&limit=%d&after=%s".formatted(RECORDS, LARGEST_PAGE, after)))
                    .path("next")
                    .asString("");
        }
        String[] last = twins.rows(
                        "select created_at, id from opportunity.opportunity order by created_at desc, id desc limit 1 offset "
                                + (DEEP - 1))
                .getFirst()
                .split("\\|", -1);
        String chosen = """
                select id, created_at from opportunity.opportunity where (created_at, id) < (?::timestamptz, ?)
                order by created_at desc, id desc limit 51
                """;
        return list(
                "list, 10,000 deep",
                visitor,
                "&after=" + after,
                twins,
                shown(chosen, Scope.ofEverything(), NEWEST),
                new Object[] {last[0], Long.parseLong(last[1])},
                SEARCHED);
    }

    /** What waits for a decision: few of many. [D9] */
    private Scenario awaiting() throws IOException, InterruptedException {
        String filter = "{\"field\": \"approvalPending\", \"op\": \"is\", \"value\": true}";
        String chosen = """
                select id, created_at from opportunity.opportunity where id in (
                    select record_id from approval.request where record_type = 'opportunity' and finished_at is null)
                order by created_at desc, id desc limit 51
                """;
        return list(
                "list, awaiting approval",
                visitors.as("SALES_OPS"),
                "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8),
                twins,
                shown(chosen, Scope.ofEverything(), NEWEST),
                new Object[0],
                new Scenario.Bar(20.0, 50.0, null));
    }

    private Scenario sorted(String name, String field, String join, String key, String collation)
            throws IOException, InterruptedException {
        String chosen = """
                select t.id, %s as key from opportunity.opportunity t %s
                where %s is not null order by %s%s, t.id limit 51
                """.formatted(key, join, key, key, collation);
        return list(
                name,
                visitors.as("SALES_OPS"),
                "&sort=" + field,
                twins,
                shown(chosen, Scope.ofEverything(), "chosen.key%s, chosen.id".formatted(collation)),
                new Object[0],
                UNINDEXED);
    }

    private static Scenario list(
            String name, Visitor visitor, String asked, Twins twins, String twin, Object[] values, Scenario.Bar bar) {
        return new Scenario(
                name,
                _ -> new ListAnswer(visitor.get(RECORDS + "?limit=50" + asked)),
                _ -> new ListAnswer(twins.rows(twin, values)),
                bar);
    }
}
