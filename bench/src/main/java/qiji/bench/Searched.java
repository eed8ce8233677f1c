package qiji.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Chinese words of two characters, rare and frequent, looked for among opportunities and by the box over everything. [X1] */
final class Searched {
    private static final Scenario.Bar BAR = new Scenario.Bar(20.0, 60.0, null);
    private static final int RANKED = 1_000;
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
    private static final String NEWEST = """
            select t.id, t.name from opportunity.opportunity t where %s and (t.search @@ ?::tsquery or %s)
            order by t.created_at desc, t.id desc limit 1001
            """;

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

    private static String found(JsonNode group) {
        return group.path("found").asInt() + " " + group.path("newestOnly").asBoolean();
    }

    /** The newest of them, by their own words and by those of few or many customers. */
    private String found(String word, Scope scope) throws SQLException {
        String query = "'" + word + "'";
        List<Long> customers = twins.ids(CUSTOMERS, query, query);
        boolean few = customers.size() <= RANKED;
        String asked = NEWEST.formatted(scope.condition(), few ? BY_CUSTOMERS : BY_CUSTOMER);
        Object[] values = few ? scope.with(query, customers) : scope.with(query, query, query);
        int rows = twins.rows(asked, values).size();
        return Math.min(rows, RANKED) + " " + (rows > RANKED);
    }
}
