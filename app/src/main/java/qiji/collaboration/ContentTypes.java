package qiji.collaboration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;

/** What a file is, by its content; what the client says of it is not asked. */
final class ContentTypes {
    private static final Tika TIKA = new Tika();

    private ContentTypes() {}

    /** The name only tells apart what has the same content, such as the kinds of zipped documents. */
    static String of(Path content, String name) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return TIKA.detect(in, name);
        }
    }
}
