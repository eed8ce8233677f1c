package qiji.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Long work: a file of so many rows checked, then loaded. */
final class Heavy {
    /** So that what was loaded can be told from other imports. */
    static final String FILE = "bench.csv";

    private static final int ROWS = 100_000;
    private static final long POLL_MS = 50;
    private static final Scenario.Bar IMPORT = new Scenario.Bar(60_000.0, null, null);

    private static final String COLUMNS = """
            {"columns": [{"column": "id", "field": "externalId"}, {"column": "name", "field": "name"},
                         {"column": "customer", "field": "customer"}, {"column": "owner", "field": "owner"},
                         {"column": "stage", "field": "stage"}, {"column": "status", "field": "status"},
                         {"column": "opened", "field": "openedOn"}, {"column": "amount", "field": "expectedAmount"},
                         {"column": "sign", "field": "expectedSignOn"}],
             "fixed": {"process": "%s"}, "keyField": "externalId"}""";
    private static final String FIRST_STAGE = """
            select s.name from process.stage s join process.process p on p.id = s.process_id
            where p.is_default order by position limit 1""";
    private static final String UNIQUE =
            "select min(name) from %s group by name having count(*) = 1 and bool_and(%s) order by 1 limit 500";

    private final Visitor operations;
    private final Twins twins;

    Heavy(Visitors visitors, Twins twins) throws IOException, InterruptedException {
        this.operations = visitors.as("SALES_OPS");
        this.twins = twins;
    }

    /** Those whose name begins with a word that holds {@code text}. */
    List<Result> run(String text) throws IOException, InterruptedException, SQLException {
        List<Result> results = new ArrayList<>();
        if ("import".contains(text)) {
            results.addAll(load());
        }
        return results;
    }

    private List<Result> load() throws IOException, InterruptedException, SQLException {
        JsonNode run = upload();
        double check = finish(run, "dry-run");
        double load = finish(run, "run");
        JsonNode result = Visitor.read(
                        operations.get("/api/imports/" + run.get("id").asString()))
                .get("result");
        if (result.get("created").asInt() != ROWS) {
            throw new IllegalStateException("Not all rows were loaded: " + result);
        }
        return List.of(
                once("import 100,000 rows, check", IMPORT, check), once("import 100,000 rows, load", IMPORT, load));
    }

    private JsonNode upload() throws IOException, InterruptedException, SQLException {
        String process =
                twins.rows("select name from process.process where is_default").getFirst();
        JsonNode run = Visitor.read(
                operations.upload("/api/imports?type=opportunity", FILE, file().getBytes(StandardCharsets.UTF_8)));
        operations.send(
                "PUT", "/api/imports/%s/mapping".formatted(run.get("id").asString()), COLUMNS.formatted(process));
        return run;
    }

    /** No row has a key of an earlier run, also of one that was stopped and now goes on. */
    private String file() throws SQLException {
        String stage = twins.rows(FIRST_STAGE).getFirst();
        List<String> customers = twins.rows(UNIQUE.formatted("customer.customer", "archived_at is null"));
        List<String> owners = twins.rows(UNIQUE.formatted("organization.app_user", "state = 'ACTIVE'"));
        StringBuilder file = new StringBuilder("id,name,customer,owner,stage,status,opened,amount,sign\n");
        LocalDate day = LocalDate.now();
        long nonce = System.nanoTime();
        for (int i = 0; i < ROWS; i++) {
            String customer = customers.get(i % customers.size());
            String owner = owners.get(i % owners.size());
            file.append("B%d-%d,%s,%s,%s,%s,OPEN,%s,%d,%s%n"
                    .formatted(
                            nonce,
                            i,
                            Twins.MADE,
                            customer,
                            owner,
                            stage,
                            day.minusDays(i % 300),
                            10_000 + i,
                            day.plusDays(i % 200)));
        }
        return file.toString();
    }

    private double finish(JsonNode run, String what) throws IOException, InterruptedException {
        String path = "/api/imports/" + run.get("id").asString();
        long begun = System.nanoTime();
        JsonNode started = Visitor.read(operations.send("POST", path + "/" + what, ""));
        await(operations, started.get("jobId").asString());
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Until the job is done. Throws IllegalStateException if it ends otherwise. */
    static void await(Visitor visitor, String jobId) throws IOException, InterruptedException {
        JsonNode job;
        do {
            Thread.sleep(POLL_MS);
            job = Visitor.read(visitor.get("/api/jobs/" + jobId));
        } while (!isOver(job));
    }

    static boolean isOver(JsonNode job) {
        String state = job.get("state").asString();
        if (List.of("FAILED", "CANCELLED").contains(state)) {
            throw new IllegalStateException("Long work ended otherwise than well: " + job);
        }
        return state.equals("DONE");
    }

    static Result once(String name, Scenario.Bar bar, double ms) {
        return Result.of(new Scenario(name, _ -> true, null, bar), new double[] {ms}, new double[0], 0);
    }
}
