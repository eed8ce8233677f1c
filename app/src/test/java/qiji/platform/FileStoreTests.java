package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTests {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void keepsContentOnceUnderItsHash() throws IOException {
        FileStore.Stored first = store().put(content("abc"), 3);
        FileStore.Stored second = store().put(content("abc"), 3);

        assertThat(first).isEqualTo(second).isEqualTo(new FileStore.Stored(ABC, 3));
        assertThat(store().find(ABC)).hasContent("abc").isEqualTo(folder.resolve("files/ba/" + ABC.substring(2)));
        assertThat(files()).containsExactly(store().find(ABC));
    }

    @Test
    void refusesWhatIsLongerThanTheLimitAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> store().put(content("abcd"), 3)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> store().put(breaking(), 1 << 20)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void givesBackWhatItSealed(int length) throws IOException {
        FileStore.Stored stored = store().putSealed(new ByteArrayInputStream(some(length)), 1 << 20);
        assertThat(stored.size()).isEqualTo(length);
        assertThat(read(stored.name())).isEqualTo(some(length));
        assertThat(store().putSealed(new ByteArrayInputStream(some(length)), 1 << 20))
                .isNotEqualTo(stored);
    }

    @Test
    void readsSealedContentFromAnywhere() throws IOException {
        byte[] content = some(300_000);
        String name =
                store().putSealed(new ByteArrayInputStream(content), 1 << 20).name();
        try (var channel = store().openSealed(name)) {
            assertThat(channel.size()).isEqualTo(content.length);
            for (int at : new int[] {299_999, 0, 65_530, 131_072, 7}) {
                int length = Math.min(100, content.length - at);
                assertThat(Channels.newInputStream(channel.position(at)).readNBytes(length))
                        .isEqualTo(Arrays.copyOfRange(content, at, at + length));
            }
        }
    }

    @Test
    void letsNothingOfSealedContentLieOpen() throws IOException {
        String text = "13800131234,".repeat(20_000);
        String name = store().putSealed(content(text), 1 << 20).name();
        assertThat(new String(Files.readAllBytes(store().find(name)), StandardCharsets.ISO_8859_1))
                .doesNotContain("138001");
        assertThatThrownBy(() -> store().putSealed(content(text), 1000)).isInstanceOf(Problem.class);
        assertThat(files()).hasSize(2); // it and the keys
    }

    @Test
    void opensNoSealedContentThatWasAltered() throws IOException {
        int piece = (1 << 16) + 16;
        String name = store().putSealed(new ByteArrayInputStream(some(200_000)), 1 << 20)
                .name();
        byte[] whole = Files.readAllBytes(store().find(name));
        byte[] changed = whole.clone();
        changed[50]++;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, 17, swapped, 17 + piece, piece);
        System.arraycopy(whole, 17 + piece, swapped, 17, piece);
        for (byte[] altered : List.of(
                changed,
                swapped,
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, 17 + piece),
                Arrays.copyOf(whole, 17),
                Arrays.copyOf(whole, 3))) {
            Files.write(store().find(name), altered);
            assertThatThrownBy(() -> read(name)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void findsNothingByAPath() {
        assertThatThrownBy(() -> store().find("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static InputStream breaking() {
        return new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ > 100) {
                    throw new IOException("connection lost");
                }
                return 'x';
            }
        };
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    private FileStore store() {
        return new FileStore(data(), new Vault(data(), ""));
    }

    private DataFolder data() {
        return new DataFolder(folder.toString());
    }

    private static byte[] some(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] read(String name) throws IOException {
        try (var channel = store().openSealed(name)) {
            assertThat(Channels.newInputStream(channel).readNBytes(10)).hasSizeLessThanOrEqualTo(10);
            return Channels.newInputStream(channel.position(0)).readAllBytes();
        }
    }
}
