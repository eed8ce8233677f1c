package qiji.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of the pages, read from the features' own source: a new page cannot be forgotten. */
final class Routes {
    private static final Path WEB = Path.of("../web/src");
    /** A route brings its page with it lazily; an entry of the navigation has a path too, but no page. */
    private static final Pattern ROUTE = Pattern.compile("path: '([^']+)',\\s+lazy");

    /** A list laid out in its other ways is a page of its own to look at. */
    private static final List<String> LAID_OUT = Stream.of(
                    "show=BOARD&group=stage", "group=stage", "show=CALENDAR", "show=CHART&group=stage")
            .map("/opportunities?"::concat)
            .toList();

    private Routes() {}

    /** Of those who are signed in, with {@code :id} where a record is meant. */
    static List<String> inside() throws IOException {
        List<String> routes = new ArrayList<>(List.of("/", "/nowhere"));
        routes.addAll(LAID_OUT);
        try (Stream<Path> features = Files.list(WEB.resolve("features"))) {
            for (Path feature : features.map(it -> it.resolve("feature.tsx"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                routes.addAll(in(feature));
            }
        }
        return routes;
    }

    /** Of those who are not. */
    static List<String> outside() throws IOException {
        return in(WEB.resolve("app/routes.tsx"));
    }

    private static List<String> in(Path source) throws IOException {
        List<String> routes = new ArrayList<>();
        String parent = "";
        var found = ROUTE.matcher(Files.readString(source));
        while (found.find()) {
            String path = found.group(1);
            parent = path.startsWith("/") ? path : parent;
            routes.add(path.startsWith("/") ? path : parent + "/" + path);
        }
        return routes;
    }
}
