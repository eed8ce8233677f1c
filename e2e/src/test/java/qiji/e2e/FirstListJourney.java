package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the first list costs a browser. Weight, rows and what a task takes of a processor are held to their bars; times by the
 * clock, which hang on what else the machine does, are told for docs/performance.md.
 */
@ExtendWith(Demonstration.Shared.class)
class FirstListJourney {
    private static final int MOST_BYTES = 400_000;
    private static final int MOST_ROWS = 100;
    private static final int MOST_MILLIS = 50;
    private static final int ROWS = 10_000;
    private static final String NAME = "长卷%05d号";
    private static final String LOADED = "{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"长卷\"}";
    private static final int VISITS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String SCRIPTS = """
            () => performance.getEntriesByType('resource').filter(it => it.name.endsWith('.js'))
              .reduce((sum, it) => sum + it.encodedBodySize, 0)
            """;

    /** Scrolls until nothing comes any more; answers rows reached, most rows at once, and how long each long task took. */
    private static final String SCROLL = """
            async ([rows, millis]) => {
              const long = []
              const watch = new PerformanceObserver(list => long.push(...list.getEntries().map(it => it.duration)))
              watch.observe({ type: 'longtask' })
              const list = document.querySelector('[role=region]:has(table)')
              const end = performance.now() + millis
              let most = 0, last = 0
              while (last < rows && performance.now() < end) {
                list.scrollTop += 300
                await new Promise(drawn => requestAnimationFrame(drawn))
                const shown = list.querySelectorAll('tbody tr')
                most = Math.max(most, shown.length)
                last = Math.max(last, ...[...shown].map(it => Number(it.ariaRowIndex ?? it.getAttribute('aria-rowindex') ?? 0) - 1))
              }
              await new Promise(told => setTimeout(told, 200))
              watch.disconnect()
              return [last, most, ...long]
            }
            """;

    private static Demonstration demo;
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void signIn(Demonstration shared) {
        demo = shared;
        chromium = new Chromium();
        page = chromium.signIn(demo.address(), demo.account("系统管理员"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void loadsNoMoreScriptsThanItNeeds() {
        Page fresh = chromium.open(1440, 900, false);
        fresh.context()
                .addCookies(page.context().cookies().stream()
                        .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                .setUrl(demo.address()))
                        .toList());
        List<Integer> millis = new ArrayList<>();
        int bytes = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            fresh.navigate(demo.address() + "/opportunities");
            fresh.locator("tbody tr th a").first().waitFor();
            millis.add(((Number) fresh.evaluate("() => performance.now()")).intValue());
            Chromium.settle(fresh);
            bytes = ((Number) fresh.evaluate(SCRIPTS)).intValue();
            assertThat(fresh.locator("tbody tr:has(td:not(:empty)) th a").allTextContents())
                    .hasSizeGreaterThan(10)
                    .noneMatch(String::isBlank);
        }
        System.out.printf("First list: %,d bytes of scripts, data visible after %s ms%n", bytes, millis);
        assertThat(bytes).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void keepsFewOfManyRowsInThePage() throws IOException, InterruptedException {
        load();
        page.navigate(demo.address() + "/customers?sort=name&filter=" + Client.encoded(LOADED));
        page.locator("tbody tr th a").first().waitFor();
        Chromium.settle(page);
        Browser browser = page.context().browser();
        browser.startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("toplevel")));
        @SuppressWarnings("unchecked")
        List<Number> seen = (List<Number>) page.evaluate(SCROLL, List.of(ROWS, (int) PATIENCE.toMillis() / 2));
        List<Double> spent = tasks(browser.stopTracing());
        List<Integer> longTasks =
                seen.stream().skip(2).map(Number::intValue).sorted().toList();
        System.out.printf(
                "Scrolled to row %,d: at most %d rows in the page; %d tasks over 50 ms, longest %s; the hardest takes %.1f ms"
                        + " of a processor, all together %.1f s%n",
                seen.getFirst().intValue(),
                seen.get(1).intValue(),
                longTasks.size(),
                longTasks.isEmpty() ? "none" : longTasks.getLast(),
                spent.getLast(),
                spent.stream().mapToDouble(Double::doubleValue).sum() / 1000);
        assertThat(seen.getFirst().intValue()).isGreaterThanOrEqualTo(ROWS);
        assertThat(seen.get(1).intValue()).isLessThanOrEqualTo(MOST_ROWS);
        assertShownAreTheLast();
        assertThat(spent.getLast()).isPositive().isLessThanOrEqualTo(MOST_MILLIS);
    }

    /** The rows in the page are the last ones of the file that was loaded, each with its name. */
    private static void assertShownAreTheLast() {
        Chromium.settle(page);
        Locator rows = page.locator("tbody tr[aria-rowindex]:has(th a)");
        List<String> shown = rows.all().stream()
                .map(row -> row.getAttribute("aria-rowindex") + " "
                        + row.locator("th a").textContent())
                .toList();
        // The head is row 1.
        assertThat(shown)
                .hasSizeGreaterThan(10)
                .isEqualTo(IntStream.range(ROWS - shown.size(), ROWS)
                        .mapToObj(row -> row + 2 + " " + NAME.formatted(row))
                        .toList());
    }

    /** What each task of the page's main thread took of a processor in milliseconds, the hardest last. Waiting is not counted. */
    private static List<Double> tasks(byte[] trace) {
        List<JsonNode> events = StreamSupport.stream(
                        JsonMapper.shared().readTree(trace).get("traceEvents").spliterator(), false)
                .toList();
        Set<String> mains = events.stream()
                .filter(event -> event.at("/args/name").asString("").equals("CrRendererMain"))
                .map(FirstListJourney::thread)
                .collect(Collectors.toSet());
        Map<String, List<Double>> byThread = events.stream()
                .filter(event -> event.path("name").asString("").endsWith("RunTask") && event.has("tdur"))
                .filter(event -> mains.contains(thread(event)))
                .collect(Collectors.groupingBy(
                        FirstListJourney::thread,
                        Collectors.mapping(event -> event.get("tdur").asDouble() / 1000, Collectors.toList())));
        // A page that is not looked at has a main thread too, with little to do.
        return byThread.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow().stream()
                .sorted()
                .toList();
    }

    private static String thread(JsonNode event) {
        return event.get("pid") + " " + event.get("tid");
    }

    private static void load() throws IOException, InterruptedException {
        Client client = demo.client("系统管理员");
        String file = IntStream.range(0, ROWS)
                .mapToObj((NAME + "\n")::formatted)
                .collect(Collectors.joining("", "客户名称\n", ""));
        String path = "/api/imports/"
                + client.upload("/api/imports?type=customer", "many.csv", file.getBytes(StandardCharsets.UTF_8))
                        .get("id")
                        .asString();
        client.confirmed("PUT", path + "/mapping", """
                {"columns": [{"column": "客户名称", "field": "name"}], "keyField": "name"}""");
        String job = client.confirmed("POST", path + "/run", "").get("jobId").asString();
        Instant end = Instant.now().plus(PATIENCE);
        while (!client.get("/api/jobs/" + job).path("finishedAt").isString()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
