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
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        new Bench(options).run();
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
            results.addAll(new Sandboxes(visitors).run(options.only()));
            List<Figure> figures = new ArrayList<>();
            if (Exported.NAME.contains(options.only())) {
                Exported exported = new Exported(visitors, twins, server).run();
                results.addAll(exported.results());
                figures.addAll(exported.figures());
            }
            results.addAll(new Heavy(visitors, twins).run(options.only()));
            tell(new Report(options.size(), results, figures, List.of())); // what is known, should the crowd fail
            List<Crowd.Load> loads = Crowd.NAME.contains(options.only())
                    ? new Crowd(visitors, server).run(options.minutes())
                    : List.of();
            figures.addAll(Crowd.judged(loads));
            tell(new Report(options.size(), results, figures, loads));
            twins.tidy();
        }
    }

    private void tell(Report report) throws IOException {
        System.out.print(report.text());
        Path json = options.json();
        if (json != null) {
            Files.writeString(json, report.json());
        }
    }
}
