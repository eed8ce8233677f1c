package qiji.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import qiji.demo.Demo;
import qiji.demo.DemoAccount;
import qiji.demo.DemoSize;
import qiji.postgres.EmbeddedPostgres;
import qiji.postgres.Settings;

/** The data to measure on: a demonstration of the size asked for, kept between runs for as long as it fits the program. */
final class BenchData {
    private final Path folder;
    private final int size;

    BenchData(Path folder, int size) {
        this.folder = folder;
        this.size = size;
    }

    /** One account for each role. */
    List<DemoAccount> ready() throws IOException {
        Path made = folder.resolve("size");
        if (!Files.exists(made) || !Files.readString(made).strip().equals(Integer.toString(size))) {
            clear();
        }
        try {
            return fill(made);
        } catch (FlywayException e) {
            System.out.println("The data are of another version of the program: making them anew.");
            clear();
            return fill(made);
        }
    }

    private List<DemoAccount> fill(Path made) throws IOException {
        Files.createDirectories(folder);
        // Nothing is lost if the machine fails meanwhile: it is made anew.
        Settings quick = Settings.throwAway(folder.resolve("database")).with("max_wal_size", "8GB");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(quick)) {
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(server.url());
            owner.setUser(server.user());
            owner.setPassword(server.password());
            if (!Files.exists(made)) {
                System.out.printf("Making data of %,d opportunities ...%n", size);
            }
            List<DemoAccount> accounts =
                    new Demo(owner, folder, Clock.systemUTC()).fill(DemoSize.ofOpportunities(size), Demo.SEED);
            Files.writeString(made, Integer.toString(size));
            return accounts;
        }
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
