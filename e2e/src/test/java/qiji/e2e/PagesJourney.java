package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, in both languages, light and dark, on desk and phone: whole, quiet and accessible. X8 X9 */
@Order(1)
@ExtendWith(Demonstration.Shared.class)
class PagesJourney {
    private static final Path PICTURES = Path.of("target/pages");
    private static final List<String> SERIOUS = List.of("serious", "critical");
    /** In an order in which each differs in one thing from that before: what changes is drawn anew. */
    private static final List<View> VIEWS = List.of(
            new View(1440, ColorScheme.LIGHT), new View(1440, ColorScheme.DARK),
            new View(390, ColorScheme.DARK), new View(390, ColorScheme.LIGHT));
    /** Where the records come from whose pages are looked at. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("/opportunities/:id", "/api/records/opportunity?limit=1"),
            Map.entry(
                    "/opportunities/:id/report",
                    "/api/records/opportunity?limit=1&filter=%7B%22field%22:%22score%22,%22op%22:%22gte%22,%22value%22:0%7D"),
            Map.entry("/projects/:id", "/api/records/project?limit=1"),
            Map.entry("/customers/:id", "/api/records/customer?limit=1"),
            Map.entry("/contacts/:id", "/api/records/contact?limit=1"),
            Map.entry("/products/:id", "/api/records/product?limit=1"),
            Map.entry("/competitors/:id", "/api/records/competitor?limit=1"),
            Map.entry("/settings/users/:id", "/api/records/user?limit=1"),
            Map.entry("/settings/roles/:id", "/api/roles"),
            Map.entry("/settings/processes/:id", "/api/processes"),
            Map.entry("/approvals/:id", "/api/approvals?box=MINE"),
            Map.entry("/settings/rules/:id", "/api/rules"),
            Map.entry("/lessons/:id", "/api/records/lesson?limit=1"));

    private record View(int width, ColorScheme theme) {}

    private static Demonstration demo;
    private static Client client;
    private static Chromium chromium;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        client = demo.client("系统管理员");
        askForApproval();
        client.confirmed("POST", "/api/competitors", "{\"name\": \"蓝海通信\", \"priceLevel\": \"LOWER\"}");
        chromium = new Chromium();
    }

    /** Of one that lies where somebody can approve. */
    private static void askForApproval() throws IOException, InterruptedException {
        Client seller = demo.client("客户经理");
        String deal = seller.confirmed("POST", "/api/opportunities", "{\"name\": \"待审批\"}")
                .get("id")
                .asString();
        client.confirmed("POST", "/api/opportunities/" + deal + "/abandonment", "{\"reason\": \"没有预算\"}");
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void areWholeQuietAndAccessibleInside() throws IOException, InterruptedException {
        Page page = chromium.signIn(demo.address(), demo.account("系统管理员"));
        for (String route : Routes.inside()) {
            look(page, route, address(route), "nav");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void areWholeQuietAndAccessibleOutside() throws IOException {
        Page page = chromium.open(1440, 900, false);
        page.navigate(demo.address());
        for (String route : Routes.outside()) {
            look(page, route, route + "?token=spent", "form, [role=alert], .ant-result");
        }
        // That one is not signed in is told with a 401, that a link is spent with a 4xx; the console repeats both.
        assertThat(faults).allMatch(fault -> fault.contains("the server responded with a status of 4"));
    }

    /** Each language is a visit of its own; light and width change while the page is open. */
    private void look(Page page, String route, String path, String landmark) {
        for (String language : List.of("zh-CN", "en")) {
            page.evaluate("language => localStorage.setItem('qiji.preferences', JSON.stringify({language}))", language);
            page.navigate(demo.address() + path);
            page.locator(landmark).first().waitFor();
            for (View view : VIEWS) {
                page.setViewportSize(view.width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.theme));
                Chromium.settle(page);
                check(page, "%s %s %s %d: ".formatted(route, language, view.theme, view.width));
            }
            page.setViewportSize(VIEWS.getFirst().width, 900);
        }
    }

    private void check(Page page, String view) {
        int before = faults.size();
        chromium.complaints().forEach(complaint -> faults.add(view + complaint));
        if (page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                == Boolean.TRUE) {
            faults.add(view + "wider than the window");
        }
        // What takes long once a width and once a theme: names and contrast do not depend on the language.
        if (view.contains("zh-CN LIGHT 1440") || view.contains("zh-CN DARK 390")) {
            violations(page).stream()
                    .filter(violation -> SERIOUS.contains(violation.getImpact()))
                    .forEach(violation -> faults.add(view + violation.getId() + " "
                            + violation.getNodes().getFirst().getHtml()));
        }
        if (faults.size() > before) {
            String name = view.replaceAll("[^\\w-]+", "-");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    /** Found within the page itself, not in a second one as frames of other sites would need; only what is wrong is told. */
    private static List<Rule> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
    }

    private static String address(String route) throws IOException, InterruptedException {
        if (!route.contains(":id")) {
            return route;
        }
        if (route.equals("/imports/:id")) {
            byte[] file = "客户名称\n甲公司\n".getBytes(StandardCharsets.UTF_8);
            return route.replace(
                    ":id",
                    client.upload("/api/imports?type=customer", "customers.csv", file)
                            .get("id")
                            .asString());
        }
        var found =
                client.get(Objects.requireNonNull(RECORDS.get(route), "name where the records of " + route + " are"));
        return route.replace(
                ":id",
                (found.isArray() ? found : found.get("rows")).get(0).get("id").asString());
    }
}
