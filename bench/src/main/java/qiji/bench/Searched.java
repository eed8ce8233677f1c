package qiji.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Chinese words of two characters, rare and frequent, looked for among opportunities and by the box over everything. [X1] */
final class Searched {
    private static final Scenario.Bar BAR = new Scenario.Bar(20.0, 60.0, null);
    private static final int RANKED = 1_000;
    private static final int PAGE = 20;
    /** So many records tell which words there are. */
    private static final int COUNTED = 100_000;

    /** The word that is found in the share nearest to the one asked for. */
    private static final String WORD = """
            select word from ts_stat('select search from opportunity.opportunity tablesample system (%s) repeatable (1)')
            where word ~ '^[\\u4e00-\\u9fa5]{2}$' order by abs(ln(ndoc / (?::numeric * %s / 100))), word limit 1
            """;

    private static final String CUSTOMERS =
            "select id from customer.customer where search @@ ?::tsquery and ts_filter(search, '{a}') @@ ?::tsquery limit 1001";
    private static final String BY_CUSTOMERS = "t.customer_id = any (?)";
    private static final String BY_CUSTOMER = """
            exists (select from customer.customer c where c.id = t.customer_id
                and c.search @@ ?::tsquery and ts_filter(c.search, '{a}') @@ ?::tsquery)
            """;
    /** How much the name is like the word, best first: the same, begins, holds, elsewhere in it, only by the customer. */
    private static final String NEWEST = """
            select t.id, t.name, case when t.name = ? then 0 when starts_with(t.name, ?) then 1 when strpos(t.name, ?) > 0 then 2
                when t.search @@ ?::tsquery then 3 else 4 end
            from opportunity.opportunity t where %s and (t.search @@ ?::tsquery or %s)
            order by t.created_at desc, t.id desc limit 1001
            """;

    /** Which are shown, in their order, and of how many. */
    private record Found(List<Long> page, int found, boolean newestOnly) {}

    private final Visitors visitors;
    private final Twins twins;

    Searched(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    List<Scenario> all() throws IOException, InterruptedException, SQLException {
        Scope team = Scope.below(twins, twins.userId("CENTER_DIRECTOR"));
        long records = twins.ids("select count(*) from opportunity.opportunity").getFirst();
        List<Scenario> all = new ArrayList<>();
        for (String percent : List.of("0.01", "1", "30")) {
            String word = word(records, percent);
            String name = "search %s %%, ".formatted(percent);
            all.add(opportunities(name + "team", word, "CENTER_DIRECTOR", team));
            all.add(opportunities(name + "everything", word, "SALES_OPS", Scope.ofEverything()));
            all.add(box("box " + name + "team", word, "CENTER_DIRECTOR"));
            all.add(box("box " + name + "everything", word, "SALES_OPS"));
        }
        return all;
    }

    private String word(long records, String percent) throws SQLException {
        double sample = Math.min(100.0, 100.0 * COUNTED / records);
        String word = twins.rows(WORD.formatted(sample, percent), records * sample / 100)
                .getFirst();
        System.out.printf("Looked for as found in %s %% of the records: %s%n", percent, word);
        return word;
    }

    private Scenario opportunities(String name, String word, String role, Scope scope)
            throws IOException, InterruptedException {
        Visitor visitor = visitors.as(role);
        String path = "/api/search/opportunity?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        return new Scenario(name, _ -> found(Visitor.read(visitor.get(path))), _ -> found(word, scope), BAR);
    }

    /** All types at once, as the page asks. */
    private Scenario box(String name, String word, String role) throws IOException, InterruptedException {
        Visitor visitor = visitors.as(role);
        String path = "/api/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        return new Scenario(name, _ -> visitor.get(path).length, null, BAR);
    }

    private static Found found(JsonNode group) {
        List<Long> page = group.get("items")
                .valueStream()
                .map(item -> Long.valueOf(item.get("id").asString()))
                .toList();
        return new Found(
                page, group.get("found").asInt(), group.get("newestOnly").asBoolean());
    }

    /** The newest of them, by their own words and by those of few or many customers; of these the best first. */
    private Found found(String word, Scope scope) throws SQLException {
        String query = "'" + word + "'";
        List<Long> customers = twins.ids(CUSTOMERS, query, query);
        boolean few = customers.size() <= RANKED;
        String asked = NEWEST.formatted(scope.condition(), few ? BY_CUSTOMERS : BY_CUSTOMER);
        List<Object> values = new ArrayList<>(List.of(word, word, word, query));
        values.addAll(Arrays.asList(few ? scope.with(query, customers) : scope.with(query, query, query)));
        List<String> rows = twins.rows(asked, values.toArray());
        List<Long> page = rows.stream()
                .limit(RANKED)
                .map(row -> row.split("\\|", -1))
                .sorted(Comparator.comparing(cells -> cells[cells.length - 1]))
                .limit(PAGE)
                .map(cells -> Long.valueOf(cells[0]))
                .toList();
        return new Found(page, Math.min(rows.size(), RANKED), rows.size() > RANKED);
    }
}
