package qiji.demo;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import qiji.platform.Time;
import qiji.testing.TestDatabase;

/** A database of its own, to fill with a demonstration and to look into. */
record DemoDatabase(DataSource source) {
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), Time.ZONE);

    static DemoDatabase fresh() {
        JdbcConnectionDetails details = TestDatabase.fresh();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(details.getJdbcUrl());
        source.setUser(details.getUsername());
        source.setPassword(details.getPassword());
        return new DemoDatabase(source);
    }

    List<DemoAccount> fill(DemoSize size, Path data, long seed) {
        return new Demo(source, data, NOW).fill(size, seed);
    }

    long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    List<String> texts(String query) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
