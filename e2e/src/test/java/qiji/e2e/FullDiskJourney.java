package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the disk has no room left it says so, loses nothing, and goes on when there is room again. */
class FullDiskJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final int MANY = 200;

    @TempDir
    Path folder;

    @Test
    void saysSoWhenItStarts() throws Exception {
        try (var _ = SmallDisk.at(folder, 100)) {
            Program.run(folder, Map.of(), "start", "--demo").refuses(full());
            assertThat(Program.serversIn(folder)).isEmpty();
        }
    }

    @Test
    void saysSoToWhoSavesAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (var _ = SmallDisk.at(folder, 200);
                RunningQiji qiji = RunningQiji.start(folder, Map.of("QIJI_ADMIN_PASSWORD", PASSWORD))) {
            Client client = Client.signIn(qiji.address(), "admin", PASSWORD);
            String customer = client.confirmed("POST", "/api/customers", customer(0))
                    .get("id")
                    .asString();
            Path ballast = folder.resolve("ballast");
            Files.write(ballast, new byte[(int) folder.toFile().getUsableSpace()]);

            refusesForWantOfRoom(client.tryUpload(
                    "/api/files?recordType=customer&recordId=" + customer, "a.txt", new byte[100_000]));
            int saved = saveUntilRefused(client);

            Files.delete(ballast);
            client.confirmed("POST", "/api/customers", customer(MANY));
            assertThat(client.get("/api/records/customer/count").get("count").asInt())
                    .isEqualTo(saved + 2);
            assertThat(qiji.output()).isEqualTo("契机 is ready: " + qiji.address());
        }
    }

    /** How many were confirmed before; a refusal comes as soon as a table has to grow. */
    private static int saveUntilRefused(Client client) throws IOException, InterruptedException {
        for (int saved = 0; saved < MANY; saved++) {
            Client.Answer answer = client.send("POST", "/api/customers", customer(saved + 1));
            if (!answer.isConfirmed()) {
                refusesForWantOfRoom(answer);
                return saved;
            }
        }
        throw new AssertionError("The disk was not full");
    }

    private static void refusesForWantOfRoom(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(507);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/storage-full");
        assertThat(answer.json().get("detail").asString()).contains("磁盘已满");
    }

    private static String customer(int number) {
        return """
                {"name": "Customer %d", "description": "%s"}""".formatted(number, "Long story. ".repeat(100));
    }

    private String full() {
        return "The disk that holds %s is full: free some space and start again; nothing that was confirmed is lost."
                .formatted(folder);
    }

    /** A file system in memory, so small that it fills up. */
    private record SmallDisk(Path folder) implements AutoCloseable {
        static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
            int status = run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", folder);
            assumeTrue(status == 0, "needs the right to mount");
            return new SmallDisk(folder);
        }

        @Override
        public void close() throws IOException, InterruptedException {
            assertThat(run("umount", folder)).isZero();
        }

        private static int run(Object... words) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(
                            java.util.Arrays.stream(words).map(Object::toString).toList())
                    .redirectErrorStream(true)
                    .start();
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor();
        }
    }
}
