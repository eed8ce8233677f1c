package qiji.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is measured. To add one: a request, its twin with the same result, and its bar. */
final class Scenarios {
    /** All that the page holds in one statement, as the application asks for it. */
    private static final String RECORD = """
            select t.version, t.number, t.*, c.name, s.name, p.name, u.name, d.name,
                (select role from opportunity.member where opportunity_id = t.id and user_id = ?),
                (select json_agg(json_build_array(stage_id, entered_at, left_at) order by entered_at, id)
                    from opportunity.stage_visit where opportunity_id = t.id),
                (select json_agg(json_build_array(stage_id, action)) from opportunity.done_action where opportunity_id = t.id),
                (select json_agg(json_build_array(stage_id, kind, item)) from opportunity.gate_waiver where opportunity_id = t.id),
                (select json_agg(name) from collaboration.file
                    where record_type = 'opportunity' and record_id = t.id and removed_at is null)
            from opportunity.opportunity t
            left join customer.customer c on c.id = t.customer_id
            left join process.stage s on s.id = t.stage_id
            left join process.process p on p.id = t.process_id
            left join organization.app_user u on u.id = t.owner_id
            left join organization.department d on d.id = t.department_id
            where %s and t.id = ?
            """;

    private final Visitors visitors;
    private final Twins twins;

    Scenarios(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    /** Those whose name holds {@code text}, and the first, against which the others are measured. */
    List<Scenario> named(String text) throws IOException, InterruptedException, SQLException {
        List<Scenario> all = all();
        return all.stream()
                .filter(it -> it == all.getFirst() || it.name().contains(text))
                .toList();
    }

    /** The first reads no records. */
    private List<Scenario> all() throws IOException, InterruptedException, SQLException {
        Visitor seller = visitors.as("ACCOUNT_MANAGER");
        List<Scenario> all = new ArrayList<>();
        all.add(new Scenario(
                "no records: fields",
                _ -> seller.get(Lists.RECORDS + "/fields").length,
                null,
                new Scenario.Bar(1.0, null, null)));
        all.addAll(new Lists(visitors, twins).all());
        all.addAll(new Numbers(visitors, twins).all());
        all.addAll(new Searched(visitors, twins).all());
        all.addAll(new Past(visitors, twins).all());
        all.add(detail());
        all.add(detailPage());
        all.add(lessons());
        all.addAll(new Writes(visitors, twins).all());
        return List.copyOf(all);
    }

    private Scenario detailPage() throws IOException, InterruptedException, SQLException {
        List<Long> ids = open(Scope.below(twins, twins.userId("CENTER_DIRECTOR")));
        DetailPage page = new DetailPage(visitors.as("CENTER_DIRECTOR"));
        return new Scenario(
                "detail page, %d requests".formatted(page.requests()),
                turn -> page.open(of(ids, turn)),
                null,
                new Scenario.Bar(null, 40.0, null));
    }

    /** What others learnt, beside an open one. [D12] */
    private Scenario lessons() throws IOException, InterruptedException, SQLException {
        Scope scope = Scope.below(twins, twins.userId("CENTER_DIRECTOR"));
        List<Long> ids = open(scope);
        Visitor visitor = visitors.as("CENTER_DIRECTOR");
        return new Scenario(
                "similar lessons",
                turn -> visitor.get("/api/opportunities/%d/lessons".formatted(of(ids, turn))).length,
                null,
                new Scenario.Bar(20.0, 60.0, null));
    }

    /** One after another of what the director of a centre sees. */
    private Scenario detail() throws IOException, InterruptedException, SQLException {
        Scope scope = Scope.below(twins, twins.userId("CENTER_DIRECTOR"));
        List<Long> ids = newest(scope);
        Visitor visitor = visitors.as("CENTER_DIRECTOR");
        long userId = twins.userId("CENTER_DIRECTOR");
        return new Scenario(
                "detail",
                turn -> new Detail(visitor.get("/api/opportunities/" + of(ids, turn))),
                turn -> new Detail(twins.rows(
                                RECORD.formatted(scope.condition()),
                                Stream.concat(Stream.of(userId), Stream.of(scope.with(of(ids, turn))))
                                        .toArray())
                        .getFirst()),
                new Scenario.Bar(4.0, null, 1.5));
    }

    /** Compared by version and number; what reading JSON takes is nobody's time, so it waits until then. */
    private record Detail(Object content) {
        private String told() {
            if (content instanceof String row) {
                String[] cells = row.split("\\|", 3);
                return cells[0] + " " + cells[1];
            }
            JsonNode page = Visitor.read((byte[]) content);
            return page.get("version").asInt() + " "
                    + page.get("values").get("number").asString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Detail detail && detail.told().equals(told());
        }

        @Override
        public int hashCode() {
            return told().hashCode();
        }

        @Override
        public String toString() {
            return told();
        }
    }

    private List<Long> newest(Scope scope) throws SQLException {
        return twins.ids(
                "select id from opportunity.opportunity t where %s order by created_at desc limit 200"
                        .formatted(scope.condition()),
                scope.with());
    }

    private List<Long> open(Scope scope) throws SQLException {
        return twins.ids(
                "select id from opportunity.opportunity t where %s and status = 'OPEN' order by created_at desc limit 200"
                        .formatted(scope.condition()),
                scope.with());
    }

    private static long of(List<Long> ids, int turn) {
        return ids.get(turn % ids.size());
    }
}
