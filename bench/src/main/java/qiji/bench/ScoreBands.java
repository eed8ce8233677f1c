package qiji.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Scores against what became of them, of everybody. */
final class ScoreBands {
    private static final int BANDS = 10;
    private static final String READ = """
            select least(9, floor(score / 10)::int), screening, status, count(*), coalesce(sum(expected_amount), 0),
                coalesce(sum(won_amount), 0)
            from opportunity.opportunity where score is not null group by 1, 2, 3
            """;
    /** What the answer tells of each band, and of which statuses. */
    private static final List<String> SIDES = List.of("going", "won", "lost", "other");

    private static final List<List<String>> STATUSES =
            List.of(List.of("OPEN", "DEFERRED"), List.of("WON"), List.of("LOST"), List.of("ABANDONED", "INVALID"));

    private final Visitors visitors;
    private final Twins twins;

    ScoreBands(Visitors visitors, Twins twins) {
        this.visitors = visitors;
        this.twins = twins;
    }

    Scenario everything() throws IOException, InterruptedException {
        Visitor visitor = visitors.as("SALES_OPS");
        return new Scenario(
                "score bands, everything",
                _ -> told(Visitor.read(visitor.get("/api/opportunities/score-bands"))),
                _ -> counted(),
                new Scenario.Bar(300.0, null, null));
    }

    private static List<String> told(JsonNode comparison) {
        List<String> told = new ArrayList<>();
        for (JsonNode band : comparison.get("bands")) {
            for (String side : SIDES) {
                told.add(told(
                        band.at("/" + side + "/count").asLong(),
                        band.at("/" + side + "/amount").decimalValue()));
            }
        }
        return told;
    }

    private List<String> counted() throws SQLException {
        long[] counts = new long[BANDS * SIDES.size()];
        BigDecimal[] amounts = new BigDecimal[counts.length];
        Arrays.fill(amounts, BigDecimal.ZERO);
        for (String row : twins.rows(READ)) {
            String[] cells = row.split("\\|", -1);
            for (int side = 0; side < SIDES.size(); side++) {
                if (STATUSES.get(side).contains(cells[2])) {
                    int at = Integer.parseInt(cells[0]) * SIDES.size() + side;
                    counts[at] += Long.parseLong(cells[3]);
                    amounts[at] = amounts[at].add(new BigDecimal(cells[2].equals("WON") ? cells[5] : cells[4]));
                }
            }
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            told.add(told(counts[i], amounts[i]));
        }
        return told;
    }

    private static String told(long count, BigDecimal amount) {
        return count + " " + amount.stripTrailingZeros().toPlainString();
    }
}
