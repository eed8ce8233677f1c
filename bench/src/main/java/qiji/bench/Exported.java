package qiji.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A list into a workbook, while another person reads: how long both take, and what memory the process takes for it. */
final class Exported {
    static final String NAME = "export";
    private static final int FEW = 10_000;
    private static final int ROWS = 100_000;
    private static final long PAUSE_MS = 10;
    private static final Scenario.Bar BAR = new Scenario.Bar(20_000.0, null, null);
    /**
     * Rows are read by 500 and written by as many, so that nothing grows with them. What may come is a heap that is filled a
     * little further before it is collected: an eighth of it.
     */
    private static final double FLAT_MB = 64;

    /** What others ask meanwhile, with twice the bar that it has else. */
    private record Asked(String name, String path, Scenario.Bar bar, List<Double> times) {
        Result result() {
            return Result.of(
                    new Scenario(name + ", everything, during export", _ -> true, null, bar),
                    Result.sorted(times.stream().mapToDouble(it -> it).toArray()),
                    new double[0],
                    0);
        }
    }

    private final Visitor operations;
    private final Visitor reader;
    private final Twins twins;
    private final Server server;
    private final List<Result> results = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Exported(Visitors visitors, Twins twins, Server server) throws IOException, InterruptedException {
        this.operations = visitors.as("SALES_OPS");
        this.reader = visitors.another("SALES_OPS");
        this.twins = twins;
        this.server = server;
    }

    List<Result> results() {
        return results;
    }

    List<Figure> figures() {
        return figures;
    }

    /** First a tenth of it, so that what any export takes is there before. */
    Exported run() throws IOException, InterruptedException, SQLException {
        List<Asked> meanwhile = asked();
        export(FEW, meanwhile);
        meanwhile.forEach(it -> it.times.clear());
        double before = server.residentMb();
        try (MemoryWatch memory = MemoryWatch.over(server)) {
            results.add(Heavy.once("export 100,000 rows xlsx", BAR, export(ROWS, meanwhile)));
            System.out.printf("export: %.0f MB resident before, %.0f at most%n", before, memory.peakMb());
            figures.add(Figure.atMost(
                    "memory, export of 100,000, more than before", memory.peakMb() - before, "MB", FLAT_MB));
        }
        meanwhile.forEach(it -> results.add(it.result()));
        return this;
    }

    private List<Asked> asked() throws IOException, InterruptedException {
        Shown shown = Shown.to(reader);
        String word = URLEncoder.encode(shown.word(0), StandardCharsets.UTF_8);
        return List.of(
                asked("list", Lists.RECORDS + "?limit=50", 20.0, 60.0),
                asked("count", Lists.RECORDS + "/count", 120.0, null),
                asked("search", "/api/search/opportunity?q=" + word, 40.0, 120.0),
                asked("detail", "/api/opportunities/" + shown.id(0), 8.0, null));
    }

    private static Asked asked(String name, String path, Double medianMs, @Nullable Double p95Ms) {
        return new Asked(name, path, new Scenario.Bar(medianMs, p95Ms, null), new ArrayList<>());
    }

    /** Milliseconds until it was done. */
    private double export(int rows, List<Asked> meanwhile) throws IOException, InterruptedException, SQLException {
        String since = twins.rows(
                        "select to_char(min(created_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from"
                                + " (select created_at from opportunity.opportunity order by created_at desc limit ?) newest",
                        rows)
                .getFirst();
        long begun = System.nanoTime();
        JsonNode started = Visitor.read(operations.send("POST", Lists.RECORDS + "/exports", """
                {"format": "XLSX", "fields": ["number", "name", "customer", "owner", "department", "stage", "status",
                  "expectedAmount", "expectedSignOn", "createdAt"],
                 "filter": {"field": "createdAt", "op": "gte", "value": "%s"}}""".formatted(since)));
        String export = "/api/exports/" + started.get("id").asString();
        String job =
                "/api/jobs/" + Visitor.read(operations.get(export)).get("jobId").asString();
        do {
            for (Asked it : meanwhile) {
                long asked = System.nanoTime();
                reader.get(it.path);
                it.times.add((System.nanoTime() - asked) / 1e6);
            }
            Thread.sleep(PAUSE_MS);
        } while (!Heavy.isOver(Visitor.read(operations.get(job))));
        double took = (System.nanoTime() - begun) / 1e6;
        if (operations.get(export + "/content").length < rows) {
            throw new IllegalStateException("The workbook is too small to hold all rows");
        }
        return took;
    }
}
