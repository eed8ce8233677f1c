package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the demonstration, in both languages, light and dark, on desk and phone: whole, quiet and accessible. X8 X9 */
class PagesJourney {
    private static final Path PICTURES = Path.of("target/pages");
    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final List<String> PATHS = List.of(
            "/",
            "/opportunities",
            "/opportunities/board",
            "/opportunities/2500",
            "/customers",
            "/customers/1",
            "/contacts",
            "/products",
            "/tasks",
            "/imports",
            "/settings",
            "/settings/organization",
            "/settings/users",
            "/settings/roles",
            "/settings/processes",
            "/settings/fields",
            "/settings/dictionaries",
            "/settings/audit",
            "/me",
            "/nowhere");

    @TempDir
    static Path data;

    private static RunningQiji qiji;
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void signIn() {
        qiji = RunningQiji.start(data, Map.of(), "--demo");
        chromium = new Chromium();
        page = chromium.open(1440, 900, false);
        page.navigate(qiji.address());
        String[] account = administrator();
        page.getByLabel("用户名").fill(account[0]);
        page.getByLabel("密码").fill(account[1]);
        page.locator("button[type=submit]").click();
        page.locator("main").waitFor();
        chromium.complaints(); // who is not signed in is told so with a 401, which the console repeats
    }

    @AfterAll
    static void stop() {
        chromium.close();
        qiji.close();
    }

    @Test
    void showsEveryPageWholeQuietAndAccessible() {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("zh-CN", "en")) {
            for (String theme : List.of("light", "dark")) {
                prefer(language, theme);
                for (int width : new int[] {1440, 390}) {
                    page.setViewportSize(width, 900);
                    for (String path : PATHS) {
                        look(path, "%s-%s-%d".formatted(language, theme, width), faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void look(String path, String view, List<String> faults) {
        page.navigate(qiji.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator("main").waitFor();
        String name = path.equals("/") ? "workbench" : path.substring(1).replace('/', '-');
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + view + ".png")));
        String where = path + " " + view + ": ";
        chromium.complaints().forEach(complaint -> faults.add(where + complaint));
        if (page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                == Boolean.TRUE) {
            faults.add(where + "wider than the window");
        }
        // Contrast and names do not depend on the language: one language is enough for what takes long.
        if (view.startsWith("zh")) {
            new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .filter(violation -> SERIOUS.contains(violation.getImpact()))
                            .forEach(violation -> faults.add(where + violation.getId() + " "
                                    + violation.getNodes().getFirst().getHtml()));
        }
    }

    private static void prefer(String language, String theme) {
        page.evaluate(
                "([language, theme]) => localStorage.setItem('qiji.preferences', JSON.stringify({"
                        + "...JSON.parse(localStorage.getItem('qiji.preferences') ?? '{}'), language, theme}))",
                List.of(language, theme));
    }

    /** The account that the start has printed for the role of the system administrator. */
    private static String[] administrator() {
        return qiji.output()
                .lines()
                .filter(line -> line.contains("系统管理员"))
                .map(line -> line.replace("系统管理员", "").strip().split("\\s+"))
                .findFirst()
                .orElseThrow();
    }
}
