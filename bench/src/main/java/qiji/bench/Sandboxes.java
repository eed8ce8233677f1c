package qiji.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of rules and of a process tried against the last three years, from asking until what came of it can be read. [X7] */
final class Sandboxes {
    private static final Scenario.Bar BAR = new Scenario.Bar(5_000.0, null, null);
    private static final int YEARS = 3;
    private static final int TIMES = 3;
    private static final String GATES = "sandbox of gates, three years";

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
        if (GATES.contains(text)) {
            results.add(gates());
        }
        return results;
    }

    /** What is tried is a form that nobody saves: it asks for a budget to enter the second stage, and for a visit to enter the third. */
    private Result gates() throws IOException, InterruptedException {
        JsonNode process = Visitor.read(operations.get("/api/processes")).get(0);
        JsonNode stages = process.get("stages");
        ((ArrayNode) stages.at("/1/gate/requiredFields")).add("customerBudget");
        ((ObjectNode) stages.at("/2/gate"))
                .putObject("recentActivity")
                .put("days", 14)
                .put("kind", "VISIT");
        String trials = "/api/processes/" + process.get("id").asString() + "/trials";
        LocalDate today = LocalDate.now();
        String begin = trials + "?from=%s&to=%s".formatted(today.minusYears(YEARS), today);
        double[] times = new double[TIMES];
        for (int i = 0; i < times.length; i++) {
            times[i] = attempt(begin, process.toString(), trials);
        }
        return result(GATES, times);
    }

    /** The draft is taken away again. */
    private Result run(Draft draft) throws IOException, InterruptedException {
        String rule = "/api/rules/" + draft.kind;
        JsonNode drafted = Visitor.read(operations.send(
                "POST", rule + "/editions", "{\"version\": %d, \"body\": %s}".formatted(version(rule), draft.body)));
        String edition = rule + "/editions/" + drafted.get("id").asString();
        double[] times = new double[TIMES];
        for (int i = 0; i < times.length; i++) {
            LocalDate today = LocalDate.now();
            String span = "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today.minusYears(YEARS), today);
            times[i] = attempt(edition + "/trials", span, rule + "/trials");
        }
        operations.send("DELETE", edition + "?version=" + version(rule), "");
        return result(draft.name, times);
    }

    private static Result result(String name, double[] times) {
        return Result.of(new Scenario(name, _ -> true, null, BAR), Result.sorted(times), new double[0], 0);
    }

    private double attempt(String begin, String body, String trials) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        JsonNode started = Visitor.read(operations.send("POST", begin, body));
        Heavy.await(operations, started.get("jobId").asString());
        JsonNode outcome = Visitor.read(
                        operations.get(trials + "/" + started.get("id").asString()))
                .get("outcome");
        double took = (System.nanoTime() - begun) / 1e6;
        if (outcome.get("changed").asLong() == 0) {
            throw new IllegalStateException("Nothing would have changed: " + begin);
        }
        return took;
    }

    private int version(String rule) throws IOException, InterruptedException {
        return Visitor.read(operations.get(rule)).get("version").asInt();
    }
}
