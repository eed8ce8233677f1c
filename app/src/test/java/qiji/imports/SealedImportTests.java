package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/**
 * Phone numbers and mail addresses that come in by a file stand nowhere open: in no column of any table, twins, audit and
 * jobs included, and in no file. [B7 X3]
 */
@ModuleTest
@TestPropertySource(properties = "test.database=imports")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class SealedImportTests {
    private static final String MAPPING = """
            {"columns": [{"column": "编号", "field": "externalId"},
                         {"column": "姓名", "field": "name"},
                         {"column": "客户", "field": "customer", "onMissing": "CREATE"},
                         {"column": "电话", "field": "phone", "valueMap": {"%s": "%s"}},
                         {"column": "邮箱", "field": "email"}],
             "fixed": {"description": "%s"}, "keyField": "externalId"}""";

    private final String run = Long.toString(System.nanoTime() % 10_000_000, 36);
    private final Random random = new Random();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    @Autowired
    JdbcConnectionDetails database;

    @Value("${qiji.data}")
    Path data;

    @Test
    void letsNoContactDataLieOpen() throws SQLException, IOException {
        var importing = new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
        Instant begun = Instant.now().minusSeconds(5);
        String phone = number();
        String mended = number();
        String later = number();
        String refused = number() + number(); // too long for a number
        String mail = "li." + run + "@example.com";
        String laterMail = "new." + run + "@example.com";
        var secrets = List.of(phone, mended, later, refused, mail, laterMail);

        var first = mapped(importing, row("1", "x" + phone, mail) + row("2", refused, mail), "x" + phone, mended);
        var report = importing.dryRun(first);
        assertThat(report.get("bad").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.toString()).contains(refused);
        assertThat(importing.run(first).get("created").asInt()).isEqualTo(1);
        var second = mapped(importing, row("1", later, laterMail), "y", mended);
        assertThat(importing.dryRun(second).get("updated").asInt()).isEqualTo(1);
        assertThat(importing.run(second).get("updated").asInt()).isEqualTo(1);
        mustNotFind(secrets, begun);

        assertThat(found(importing, later)).isEqualTo(1);
        assertThat(importing.text("/api/imports/" + Importing.id(first) + "/errors"))
                .contains(refused, mail);
        assertThat(importing.get("/api/imports/" + Importing.id(first)).toString())
                .contains(phone);
        assertThat(importing.undo(second).get("undone").asInt()).isEqualTo(1);
        assertThat(found(importing, later)).isZero();
        assertThat(found(importing, mended)).isEqualTo(1);
        mustNotFind(secrets, begun);
    }

    private JsonNode mapped(Importing importing, String rows, String from, String to) {
        var file = ("编号,姓名,客户,电话,邮箱\n" + rows).getBytes(StandardCharsets.UTF_8);
        var upload = importing.upload("contact", "contacts-" + run + ".csv", file);
        importing.map(upload, MAPPING.formatted(from, to, "imported"));
        return upload;
    }

    private String row(String id, String phone, String mail) {
        return "%s-%s,李%s,客户%s,%s,%s%n".formatted(run, id, id, run, phone, mail);
    }

    private String number() {
        return "139" + random.nextInt(10_000_000, 99_999_999);
    }

    private static long found(Importing importing, String phone) {
        return importing.count("contact", "{\"field\":\"phone\",\"op\":\"is\",\"value\":\"%s\"}".formatted(phone));
    }

    private void mustNotFind(List<String> secrets, Instant begun) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                for (String secret : secrets) {
                    if (holds(statement, table, secret)) {
                        found.add(table + " holds " + secret);
                    }
                }
            }
        }
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(begun)) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    secrets.stream().filter(content::contains).forEach(it -> found.add(file + " holds " + it));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows = statement.executeQuery("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).contains("records.import_change", "audit.entry", "customer.contact_history");
        return tables;
    }

    /** In any column, as text or as the bytes of it. */
    private static boolean holds(Statement statement, String table, String secret) throws SQLException {
        String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        try (var rows = statement.executeQuery(
                "select exists (select from %s it where strpos(it::text, '%s') > 0 or strpos(it::text, '%s') > 0)"
                        .formatted(table, secret, bytes))) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
