package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody starts it for the first time, is let in by the printed link only, and finds everything again after a kill. A6 */
class FirstStartJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";

    @TempDir
    Path data;

    @Test
    void setsThePasswordOnceAndComesBackAfterAKill() throws IOException, InterruptedException {
        try (Chromium chromium = new Chromium()) {
            try (RunningQiji first = RunningQiji.start(data, Map.of())) {
                Page page = chromium.open(1440, 900, false);
                page.navigate(link(first));
                page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true))
                        .fill("short");
                page.locator("input[type=password]").nth(1).fill("short");
                page.locator("button[type=submit]").click();
                assertThat(page.locator(".ant-form-item-explain-error").first()).isVisible();
                page.locator("input[type=password]").nth(0).fill(PASSWORD);
                page.locator("input[type=password]").nth(1).fill(PASSWORD);
                page.locator("button[type=submit]").click();
                assertThat(page.locator("nav").first()).isVisible();
                isAskedForAnewAndFoundUnchanged(first.address() + "/");
                first.kill();
            }
            try (RunningQiji second = RunningQiji.start(data, Map.of())) {
                assertThat(second.output()).doesNotContain("/setup?token=");
                Page page = chromium.open(390, 844, true);
                page.navigate(second.address());
                page.getByLabel("用户名").fill("admin");
                page.getByLabel("密码").fill(PASSWORD);
                page.locator("button[type=submit]").click();
                assertThat(page.locator("nav").first()).isVisible();
            }
        }
    }

    /** The one page names the assets of a release, so a browser must never take it from its cache unasked. */
    private static void isAskedForAnewAndFoundUnchanged(String address) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            var page = browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
            var again = browser.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header(
                                    "If-None-Match",
                                    page.headers().firstValue("ETag").orElseThrow())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    private static String link(RunningQiji qiji) {
        Matcher printed = Pattern.compile("http://\\S+/setup\\?token=\\S+").matcher(qiji.output());
        return printed.results().findFirst().orElseThrow().group();
    }
}
