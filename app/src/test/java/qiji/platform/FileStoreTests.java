package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return new FileStore(new DataFolder(folder.toString()));
    }
}
