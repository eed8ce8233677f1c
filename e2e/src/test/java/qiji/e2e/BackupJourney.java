package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.postgres.EmbeddedPostgres;

/** A backup holds one moment, whole; what it is restored into is the same system again. [X10 B7] */
class BackupJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final String PHONE = "13800138000";
    private static final byte[] LETTER = "Dear all, 您好".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private String contact = "";
    private String letter = "";

    @Test
    void restoresWhatWasBackedUpRowForRow() throws Exception {
        Path data = folder.resolve("data");
        Path busy = folder.resolve("busy.zip");
        Path quiet = folder.resolve("quiet.zip");
        Map<String, String> content;
        Traffic before;
        try (RunningQiji qiji = RunningQiji.start(data, Map.of("QIJI_ADMIN_PASSWORD", PASSWORD))) {
            Client client = Client.signIn(qiji.address(), "admin", PASSWORD);
            String customer = fill(client);
            try (Traffic traffic = Traffic.begin(client, customer)) {
                before = traffic;
                while (traffic.confirmed() < 50) {
                    Thread.onSpinWait();
                }
            }
            try (Traffic during = Traffic.begin(client, customer)) {
                Program.run(data, Map.of(), "backup", busy.toString()).succeeds();
                assertThat(during.surprises()).isEmpty();
            }
            Program.run(data, Map.of(), "backup", quiet.toString()).succeeds();
            try (Inside database = Inside.running(data)) {
                content = database.content();
            }
            stop(qiji, data);
        }
        assertOneMoment(busy, before);
        Path restored = folder.resolve("restored");
        refuseWhatIsNoBackup(restored, quiet);
        Program.run(restored, Map.of(), "restore", quiet.toString()).succeeds();
        assertSame(restored, content);
        assertFilesSame(data, restored);
        Path again = folder.resolve("again.zip");
        Program.run(restored, Map.of(), "backup", again.toString()).succeeds();
        assertThat(entriesOf(again)).isEqualTo(entriesOf(quiet));
        Program.run(restored, Map.of(), "restore", quiet.toString())
                .refuses(restored + " is not empty: set QIJI_DATA to a new folder to restore into.");
        assertAtWork(restored);
    }

    private String fill(Client client) throws Exception {
        String customer =
                client.confirmed("POST", "/api/customers", """
                {"name": "Somebody"}""").get("id").asString();
        contact = client.confirmed("POST", "/api/contacts", """
                {"name": "王先生", "customer": "%s", "phone": "%s"}""".formatted(customer, PHONE))
                .get("id")
                .asString();
        letter = client.upload("/api/files?recordType=customer&recordId=" + customer, "letter.txt", LETTER)
                .get("id")
                .asString();
        return customer;
    }

    /** The command ends when everything has ended, and nothing remains of it but the data. */
    private static void stop(RunningQiji qiji, Path data) throws Exception {
        Program.run(data, Map.of(), "stop").succeeds();
        assertThat(qiji.isAlive()).isFalse();
        assertThat(Program.serversIn(data)).isEmpty();
        assertThat(qiji.output().lines()).hasSize(1);
        Program.run(data, Map.of(), "status").refuses("契机 does not run on %s.".formatted(data));
    }

    private void assertOneMoment(Path backup, Traffic before) throws Exception {
        Path moment = folder.resolve("moment");
        Program.run(moment, Map.of(), "restore", backup.toString()).succeeds();
        try (EmbeddedPostgres server = EmbeddedPostgres.durable(moment.resolve("database"));
                Inside database = Inside.of(server)) {
            assertThat(before.missingIn(database)).isEmpty();
            assertThat(database.halves()).isEmpty();
        }
    }

    /** A refusal leaves nothing in the way of the right file. */
    private void refuseWhatIsNoBackup(Path target, Path backup) throws Exception {
        Path absent = folder.resolve("absent.zip");
        Program.run(target, Map.of(), "restore", absent.toString()).refuses("There is no file %s.".formatted(absent));
        Path text = Files.writeString(folder.resolve("text.zip"), "no backup");
        Program.run(target, Map.of(), "restore", text.toString()).refuses("%s is no backup of 契机.".formatted(text));
        Path half = folder.resolve("half.zip");
        byte[] whole = Files.readAllBytes(backup);
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        Program.run(target, Map.of(), "restore", half.toString()).refuses("%s is no backup of 契机.".formatted(half));
        assertThat(target).doesNotExist();
    }

    private static void assertSame(Path restored, Map<String, String> content) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.durable(restored.resolve("database"));
                Inside database = Inside.of(server)) {
            assertThat(database.content()).isEqualTo(content);
        }
    }

    private static void assertFilesSame(Path data, Path restored) throws Exception {
        for (String name : new String[] {"files", "keys"}) {
            try (var files = Files.walk(data.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = restored.resolve(data.relativize(file));
                    assertThat(copy).hasSameBinaryContentAs(file);
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    private void assertAtWork(Path data) throws Exception {
        try (RunningQiji qiji = RunningQiji.start(data, Map.of())) {
            Client client = Client.signIn(qiji.address(), "admin", PASSWORD);
            assertThat(client.get("/api/contacts/" + contact + "/phone")
                            .get("phone")
                            .asString())
                    .contains(PHONE);
            assertThat(client.download("/api/files/" + letter + "/content")).isEqualTo(LETTER);
            String customer =
                    client.confirmed("POST", "/api/customers", """
                    {"name": "Somebody else"}""").get("id").asString();
            try (Traffic traffic = Traffic.begin(client, customer)) {
                while (traffic.confirmed() < 10 && traffic.surprises().isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(traffic.surprises()).isEmpty();
            }
        }
    }

    private static Map<String, String> entriesOf(Path backup) throws Exception {
        Map<String, String> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile(), StandardCharsets.UTF_8)) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                entries.put(
                        entry.getName(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            }
        }
        return entries;
    }
}
