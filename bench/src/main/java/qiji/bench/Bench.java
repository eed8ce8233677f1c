package qiji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import qiji.demo.DemoAccount;

/** {@code ./qiji bench [--size N] [--json FILE] [--warm-up SECONDS] [--rounds N] [--minutes N] [--only TEXT]}. */
public final class Bench {
    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new Bench(Options.of(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        List<DemoAccount> accounts = new BenchData(options.data(), options.size()).ready();
        try (Server server = Server.start(options.data());
                Twins twins = Twins.on(options.data(), accounts)) {
            twins.tidy(); // what a run left that did not come to its end
            List<Result> results = new ArrayList<>();
            results.add(Result.ofStart(server.startMs()));
            Visitors visitors = new Visitors(server.address(), accounts);
            List<Scenario> scenarios = new Scenarios(visitors, twins).named(options.only());
            results.addAll(new Course(scenarios, options.warmUpSeconds(), options.rounds()).run());
            results.addAll(new Heavy(visitors, twins).run(options.only()));
            results.addAll(new Sandboxes(visitors).run(options.only()));
            List<Crowd.Load> loads =
                    Crowd.NAME.contains(options.only()) ? crowd(new Crowd(visitors, server)) : List.of();
            Report report = new Report(options.size(), results, loads);
            System.out.print(report.text());
            Path json = options.json();
            if (json != null) {
                Files.writeString(json, report.json());
            }
            twins.tidy();
        }
    }

    /** Eight at once who read no records, eight of all kinds, then thirty-two; these again and again, to see whether memory grows. */
    private List<Crowd.Load> crowd(Crowd crowd) throws IOException, InterruptedException {
        List<Crowd.Load> loads = new ArrayList<>(List.of(
                crowd.of(Crowd.Wish.FIELDS, 8, 10),
                crowd.of(Crowd.Wish.MIXED, 8, 10),
                crowd.of(Crowd.Wish.MIXED, 32, 10)));
        for (int minute = 0; minute < options.minutes(); minute++) {
            loads.add(crowd.of(Crowd.Wish.MIXED, 32, 60));
        }
        return loads;
    }
}
