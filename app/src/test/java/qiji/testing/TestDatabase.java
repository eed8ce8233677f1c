package qiji.testing;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import qiji.postgres.EmbeddedPostgres;
import qiji.postgres.ThrowAwayPostgres;

/** A fresh, migrated database for each application context, copied from a template that is migrated once a JVM. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final String TEMPLATE = "template_qiji";
    private static int count;

    @Bean
    JdbcConnectionDetails testDatabase() {
        return fresh();
    }

    /** A database of its own, for a test that needs one beside the application's. */
    public static synchronized JdbcConnectionDetails fresh() {
        EmbeddedPostgres server = ThrowAwayPostgres.in(folder());
        if (count++ == 0) {
            server.createDatabase(TEMPLATE);
            migrate(server);
        }
        String name = "test_" + count;
        server.createDatabaseFromTemplate(name, TEMPLATE);
        return new Details(server.url(name), server.user(), server.password());
    }

    /** An older server cannot live below a folder that only root may enter, as a checkout can be. */
    private static Path folder() {
        return System.getProperty(ThrowAwayPostgres.BINARIES_PROPERTY) == null
                ? Path.of("target")
                : Path.of(System.getProperty("java.io.tmpdir"), "qiji-oldest-postgres");
    }

    private static void migrate(EmbeddedPostgres server) {
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), server.user(), server.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private record Details(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}
