package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/**
 * An import that is interrupted between or within batches goes on after its last committed one: nothing is lost, and, with
 * no key by which a row could be found again, nothing doubled. The database itself plays the trouble. [X3]
 */
@ModuleTest
@TestPropertySource(properties = "test.database=imports")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class InterruptedImportTests {
    private static final int ROWS = 1200;
    private static final String TRIGGER = """
            create sequence if not exists public.%1$s;
            grant usage on sequence public.%1$s to qiji_app;
            create or replace function public.%1$s() returns trigger language plpgsql as $$
            begin
                if new.file_name = '%1$s.csv' and new.committed_rows = %2$d and nextval('public.%1$s') = 1 then
                    %3$s;
                end if;
                return new;
            end
            $$;
            create trigger %1$s before update on records.import_run for each row execute function public.%1$s();
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    @Autowired
    JdbcConnectionDetails database;

    @Test
    void goesOnByItselfWhenTheConnectionBreaksWithinABatch() throws SQLException {
        play("broken", 1000, "raise exception 'terminated' using errcode = '57P01'");
        var importing = importing();
        var run = upload(importing, "broken");
        var result = importing.run(run);
        assertThat(result.get("created").asInt()).isEqualTo(ROWS);
        assertThat(importing.count("customer", startingWith("broken"))).isEqualTo(ROWS);
    }

    @Test
    void goesOnWhereItWasCancelled() throws SQLException {
        play("stopped", 500, "update platform.job set cancel_requested = true where id = new.job_id");
        var importing = importing();
        var run = upload(importing, "stopped");
        var job = importing.ended(importing.start(run, "run"));
        assertThat(job.get("state").asString()).isEqualTo("CANCELLED");
        var half = importing.get("/api/imports/" + Importing.id(run));
        assertThat(half.get("state").asString()).isEqualTo("INTERRUPTED");
        assertThat(half.get("committedRows").asInt()).isEqualTo(500);
        assertThat(importing.count("customer", startingWith("stopped"))).isEqualTo(500);
        assertThat(importing.run(run).get("created").asInt()).isEqualTo(ROWS);
        assertThat(importing.count("customer", startingWith("stopped"))).isEqualTo(ROWS);
    }

    private Importing importing() {
        return new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
    }

    private static JsonNode upload(Importing importing, String name) {
        var file = IntStream.range(0, ROWS)
                .mapToObj(row -> name + " " + row)
                .collect(Collectors.joining("\n", "name\n", ""));
        var run = importing.upload("customer", name + ".csv", file.getBytes(StandardCharsets.UTF_8));
        importing.map(run, """
                {"columns": [{"column": "name", "field": "name"}]}""");
        return run;
    }

    private void play(String name, int atRows, String trouble) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(TRIGGER.formatted(name, atRows, trouble));
        }
    }

    private static String startingWith(String name) {
        return "{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"%s\"}".formatted(name);
    }
}
