package qiji.demo.chance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Words that a demonstration is made of, one a line. */
public final class Resource {
    private Resource() {}

    public static Stream<String> lines(String name) {
        try (var content = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
