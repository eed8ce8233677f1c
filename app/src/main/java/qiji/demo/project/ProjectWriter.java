package qiji.demo.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Writes development plans and projects for opportunities that are there already: few enough for plain statements, which
 * say as of when each row holds.
 */
public final class ProjectWriter {
    private static final List<String> TABLES = List.of(
            "opportunity.plan",
            "opportunity.plan_item",
            "opportunity.plan_resource",
            "project.project",
            "project.item",
            "project.report");

    private ProjectWriter() {}

    public static void write(Connection connection, LocalDate today) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("alter table %s disable trigger user".formatted(table));
            }
            for (String part : List.of("plans", "projects")) {
                statement.execute(read(part).replace(":today", "'%s'".formatted(today)));
            }
            for (String table : TABLES) {
                statement.execute("alter table %s enable trigger user".formatted(table));
            }
        }
    }

    private static String read(String name) {
        try (InputStream sql = ProjectWriter.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(sql, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
