package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;

/**
 * In the middle of an import, of creates and of stage moves, first the application is killed, then its database, then one
 * of the database's processes. What was confirmed is there, nothing is half, and the import ends as if nothing had
 * happened. [X3 D2 A7]
 */
@Order(2)
class CrashJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final int ROWS = 15_000;
    private static final int BATCH = 500;
    private static final int ENOUGH = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path data;

    private String job = "";

    @Test
    void keepsWhatWasConfirmedThroughEveryKill() throws Exception {
        Client admin;
        String customer;
        Traffic first;
        try (RunningQiji qiji = start()) {
            admin = Client.signIn(qiji.address(), "admin", PASSWORD);
            customer = admin.confirmed("POST", "/api/customers", """
                    {"name": "Somebody"}""").get("id").asString();
            job = beginImport(admin);
            first = Traffic.begin(admin, customer);
            storm(first, admin, 2 * BATCH);
            qiji.kill();
            first.close();
        }
        Traffic second;
        try (RunningQiji qiji = start()) {
            assertNothingLost(first);
            Client client = admin.at(qiji.address());
            second = Traffic.begin(client, customer);
            storm(second, client, done(client) + BATCH);
            kill(EmbeddedPostgres.findRunning(data.resolve("database"))
                    .orElseThrow()
                    .serverPid());
            second.close();
            assertThat(qiji.end(30)).isEqualTo(1);
            assertThat(qiji.output().lines().skip(1))
                    .containsExactly("PostgreSQL could not go on: it was ended by signal 9 (more in %s)."
                            .formatted(data.resolve("database/postgres.log")));
        }
        try (RunningQiji qiji = start()) {
            assertNothingLost(second);
            Client client = admin.at(qiji.address());
            Traffic third = Traffic.begin(client, customer);
            storm(third, client, done(client) + BATCH);
            killOneProcessOfTheServer();
            third.close();
            awaitServer();
            assertNothingLost(third);
            goOnWithoutARestart(third);
            assertImported(client);
            assertNothingLost(first);
        }
    }

    private RunningQiji start() {
        RunningQiji qiji = RunningQiji.start(data, Map.of("QIJI_ADMIN_PASSWORD", PASSWORD));
        assertThat(qiji.output()).isEqualTo("契机 is ready: " + qiji.address());
        return qiji;
    }

    private String beginImport(Client client) throws IOException, InterruptedException {
        String file = IntStream.range(0, ROWS)
                .mapToObj("甲公司%d,制造业\n"::formatted)
                .collect(Collectors.joining("", "客户名称,行业\n", ""));
        JsonNode run =
                client.upload("/api/imports?type=customer", "customers.csv", file.getBytes(StandardCharsets.UTF_8));
        String path = "/api/imports/" + run.get("id").asString();
        client.confirmed("PUT", path + "/mapping", """
                {"columns": [{"column": "客户名称", "field": "name"}, {"column": "行业", "field": "industry"}],
                 "keyField": "name"}""");
        return client.confirmed("POST", path + "/run", "").get("jobId").asString();
    }

    /** Until the import has come so far and the sellers are at work. */
    private void storm(Traffic traffic, Client client, long done) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (done(client) < done || traffic.confirmed() < ENOUGH) {
            assertThat(Instant.now()).as("%s", traffic.surprises()).isBefore(end);
            Thread.sleep(20);
        }
        assertThat(done(client))
                .as("the import must not have ended before the kill")
                .isLessThan(ROWS);
        assertThat(traffic.surprises()).isEmpty();
    }

    private long done(Client client) throws IOException, InterruptedException {
        return client.get("/api/jobs/" + job).get("done").asLong();
    }

    /** Connections that broke are thrown away as they are found; what was asked through them was refused. */
    private static void goOnWithoutARestart(Traffic before) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Traffic traffic = before.again()) {
            while (traffic.confirmed() < ENOUGH) {
                assertThat(Instant.now()).as("%s", traffic.surprises()).isBefore(end);
                Thread.sleep(20);
            }
        }
    }

    private void assertNothingLost(Traffic traffic) throws Exception {
        try (Inside database = Inside.running(data)) {
            assertThat(traffic.missingIn(database)).isEmpty();
            assertThat(database.halves()).isEmpty();
        }
    }

    private void assertImported(Client client) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode state = client.get("/api/jobs/" + job);
        while (!state.get("state").asString().equals("DONE")) {
            assertThat(state.get("state").asString()).as(state.toString()).isIn("WAITING", "RUNNING");
            assertThat(Instant.now()).as(state.toString()).isBefore(end);
            Thread.sleep(100);
            state = client.get("/api/jobs/" + job);
        }
        assertThat(state.get("result").get("created").asInt())
                .as(state.toString())
                .isEqualTo(ROWS);
        try (Inside database = Inside.running(data)) {
            assertThat(database.ask("select concat_ws(' ', count(*), count(distinct name)) from customer.customer"
                            + " where name like '甲公司%'"))
                    .isEqualTo(ROWS + " " + ROWS);
            assertThat(database.count("select count(*) from customer.customer_history"))
                    .isZero();
        }
    }

    private void awaitServer() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (EmbeddedPostgres.findRunning(data.resolve("database")).isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    /** Then the server ends all others too and begins anew, without the application's doing. */
    private void killOneProcessOfTheServer() throws Exception {
        try (Inside database = Inside.running(data)) {
            kill(database.count("select pid from pg_stat_activity where usename = current_user"
                    + " and pid <> pg_backend_pid() order by state = 'active' desc limit 1"));
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
