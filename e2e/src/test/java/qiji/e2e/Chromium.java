package qiji.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One browser for all journeys. It collects what the console of each page complains about. */
final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String COUNT_REQUESTS = """
            window.asked = 0;
            const send = window.fetch;
            window.fetch = (...request) => {
              window.asked++;
              return send(...request).finally(() => window.asked--);
            };
            """;

    private static final String UNTIL_CALM = """
            async () => {
              const begun = performance.now();
              const calm = () => asked === 0 && document.querySelector('main, form')
                && !document.querySelector('.ant-skeleton, .ant-spin-spinning');
              for (let frames = 0; frames < 4; frames = calm() ? frames + 1 : 0) {
                if (performance.now() - begun > 30000) throw new Error(location + ' does not settle');
                await new Promise(drawn => requestAnimationFrame(drawn));
              }
            }
            """;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
    }

    /** A window with cookies of its own, in Chinese, as wide as a desk or a phone. */
    Page open(int width, int height, boolean dark) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(
                        dark
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.addInitScript(COUNT_REQUESTS);
        return page;
    }

    /** A window of somebody who is signed in. */
    Page signIn(String address, Demonstration.Account account) {
        Page page = open(1440, 900, false);
        page.navigate(address);
        page.getByLabel("用户名").fill(account.username());
        page.getByLabel("密码").fill(account.password());
        page.locator("button[type=submit]").click();
        page.locator("nav").first().waitFor();
        complaints(); // who is not signed in is told so with a 401, which the console repeats
        return page;
    }

    /** Waits until all that the page has asked for is there, and drawn. */
    static void settle(Page page) {
        page.evaluate(UNTIL_CALM);
    }

    /** What consoles said since the last call. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    private static Path executable() {
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: ./qiji test installs it"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
