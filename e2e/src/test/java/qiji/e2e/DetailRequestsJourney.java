package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What opening an opportunity from the list asks of the server is what {@code ./qiji bench} measures as its whole page. */
@ExtendWith(Demonstration.Shared.class)
class DetailRequestsJourney {
    private static final String ANSWERED = "answered ";
    private static final Path MEASURED = Path.of("../bench/src/main/resources/qiji/bench/detail-page.txt");
    /** The page shows all that it can, a follow-up among it, and its grade waits for nobody. */
    private static final String FULL = """
            {"and": [{"field": "status", "op": "is", "value": "OPEN"}, {"field": "cityReport", "op": "notEmpty"},
                {"field": "gradeState", "op": "is", "value": "CONFIRMED"}, {"field": "lastFollowUpAt", "op": "notEmpty"}]}""";

    @Test
    void asksWhatTheBenchMeasures(Demonstration demo) throws IOException {
        List<Set<String>> measured = Arrays.stream(Files.readString(MEASURED).split("\n\n"))
                .<Set<String>>map(step -> new TreeSet<>(
                        step.lines().filter(line -> line.startsWith("/")).toList()))
                .toList();
        int asked = measured.stream().mapToInt(Set::size).sum();
        assertThat(steps(events(demo, asked), measured.size())).isEqualTo(measured);
    }

    /** What the page asks and is answered, until it is at rest and {@code asked} requests are answered. */
    private static List<String> events(Demonstration demo, int asked) {
        List<String> events = new CopyOnWriteArrayList<>();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.signIn(demo.address(), demo.account("政企中心主任"));
            page.navigate(demo.address() + "/opportunities?filter=" + URLEncoder.encode(FULL, StandardCharsets.UTF_8));
            Locator first = page.locator("tbody tr th a").first();
            first.waitFor();
            Chromium.settle(page);
            String record = first.getAttribute("href").replaceAll("\\D+", "");
            String api = demo.address() + "/api/";
            page.onRequest(request -> note(events, request.url(), api, record, ""));
            page.onResponse(response -> note(events, response.url(), api, record, ANSWERED));
            first.click();
            page.locator("h1[title]").waitFor(); // of the record, not of the list
            // A busy machine compiles scripts for longer than a page that is at rest says nothing.
            page.waitForCondition(() ->
                    events.stream().filter(event -> event.startsWith(ANSWERED)).count() >= asked);
            Chromium.settle(page);
        }
        return events;
    }

    /** What was asked before any answer came, what before any answer to that, and so on; in the last of so many, all the rest. */
    private static List<Set<String>> steps(List<String> events, int many) {
        List<Set<String>> steps = new ArrayList<>(List.of(new TreeSet<>()));
        String before = "";
        for (String event : events) {
            if (!event.startsWith(ANSWERED)) {
                if (before.startsWith(ANSWERED) && steps.size() < many) {
                    steps.add(new TreeSet<>());
                }
                assertThat(steps.getLast().add(event))
                        .as("asked twice: " + event)
                        .isTrue();
            }
            before = event;
        }
        return steps;
    }

    private static void note(List<String> events, String url, String api, String record, String what) {
        if (url.startsWith(api)) {
            events.add(what + "/api/" + url.substring(api.length()).replace(record, "{id}"));
        }
    }
}
