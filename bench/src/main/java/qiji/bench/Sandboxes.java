package qiji.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Drafts of rules tried against the last three years, from asking until what came of it can be read. [X7] */
final class Sandboxes {
    private static final Scenario.Bar BAR = new Scenario.Bar(5_000.0, null, null);
    private static final int YEARS = 3;
    private static final int TIMES = 3;

    /** A rule, and a body that judges many otherwise. */
    private record Draft(String kind, String name, String body) {}

    private static final List<Draft> DRAFTS = List.of(
            new Draft("grade", "sandbox of grades, three years", """
                    {"basis": "BUDGET_ELSE_EXPECTED", "limits": {"ordinary": 30000, "important": 80000, "major": 300000}, "manyLines": 5,
                     "confirmedBy": {"ordinary": "CENTER_DIRECTOR", "important": "DEPUTY_GM", "major": "GENERAL_MANAGER"},
                     "reportedFrom": "ORDINARY"}"""),
            new Draft(
                    "screening",
                    "sandbox of screening, three years",
                    "{\"priority\": 85, \"normal\": 65, \"defer\": 45}"));

    private final Visitor operations;

    Sandboxes(Visitors visitors) throws IOException, InterruptedException {
        this.operations = visitors.as("SALES_OPS");
    }

    /** Those whose name holds {@code text}. */
    List<Result> run(String text) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (Draft draft : DRAFTS) {
            if (draft.name.contains(text)) {
                results.add(run(draft));
            }
        }
        return results;
    }

    /** The draft is taken away again. */
    private Result run(Draft draft) throws IOException, InterruptedException {
        String rule = "/api/rules/" + draft.kind;
        JsonNode drafted = Visitor.read(operations.send(
                "POST", rule + "/editions", "{\"version\": %d, \"body\": %s}".formatted(version(rule), draft.body)));
        String edition = rule + "/editions/" + drafted.get("id").asString();
        double[] times = new double[TIMES];
        for (int i = 0; i < times.length; i++) {
            times[i] = attempt(rule, edition);
        }
        operations.send("DELETE", edition + "?version=" + version(rule), "");
        return Result.of(new Scenario(draft.name, _ -> true, null, BAR), Result.sorted(times), new double[0], 0);
    }

    private double attempt(String rule, String edition) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now();
        long begun = System.nanoTime();
        JsonNode started = Visitor.read(operations.send(
                "POST",
                edition + "/trials",
                "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today.minusYears(YEARS), today)));
        Heavy.await(operations, started.get("jobId").asString());
        JsonNode outcome = Visitor.read(
                        operations.get(rule + "/trials/" + started.get("id").asString()))
                .get("outcome");
        double took = (System.nanoTime() - begun) / 1e6;
        if (outcome.get("changed").asLong() == 0) {
            throw new IllegalStateException("Nothing would have changed: " + rule);
        }
        return took;
    }

    private int version(String rule) throws IOException, InterruptedException {
        return Visitor.read(operations.get(rule)).get("version").asInt();
    }
}
