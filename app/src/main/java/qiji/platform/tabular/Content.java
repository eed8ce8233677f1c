package qiji.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, to be read from anywhere and more than once: as it lies on disk, or opened while it is read. */
@FunctionalInterface
public interface Content {
    SeekableByteChannel open() throws IOException;

    static Content of(Path path) {
        return () -> Files.newByteChannel(path);
    }

    default InputStream stream() throws IOException {
        return Channels.newInputStream(open());
    }
}
