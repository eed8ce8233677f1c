package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A seller loses an opportunity, writes its review, and meets the lesson again on an open one that is like it. [D12] */
@ExtendWith(Demonstration.Shared.class)
class ClosingJourney {
    private static final Path PICTURES = Path.of("target/pictures/closing");

    private static Client seller;
    private static Chromium chromium;
    private static Person person;
    private static String name;

    @BeforeAll
    static void prepare(Demonstration demo) throws IOException, InterruptedException {
        seller = demo.client("客户经理");
        chromium = new Chromium();
        person = new Person(chromium.signIn(demo.address(), demo.account("客户经理")), demo.address(), PICTURES);
        name = "复盘旅程" + System.nanoTime() % 100_000;
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** Both meet the same competitor. */
    private static String deal(String suffix) throws IOException, InterruptedException {
        String id = seller.confirmed("POST", "/api/opportunities", "{\"name\": \"%s%s\"}".formatted(name, suffix))
                .get("id")
                .asString();
        String rival =
                seller.get("/api/records/competitor?limit=1").at("/rows/0/id").asString();
        seller.confirmed("PUT", "/api/opportunities/%s/rivals/%s".formatted(id, rival), "{\"threat\": \"HIGH\"}");
        return id;
    }

    @Test
    void losesReviewsAndLearns() throws IOException, InterruptedException {
        String lost = deal("一");
        String open = deal("二");
        String lesson = "旅程" + System.nanoTime() + "：先约决策人再报价";
        person.open("/opportunities/" + lost);
        person.button("失败").click();
        person.dialog().getByLabel("失败原因").click();
        person.page
                .getByRole(AriaRole.MENUITEMCHECKBOX, new Page.GetByRoleOptions().setName("价格"))
                .click();
        person.page.getByText("报价过高").click();
        person.dialog().getByLabel("失败总结").fill("报价比对手高一成");
        person.dialog().getByLabel("经验教训").fill(lesson);
        person.dialog().getByLabel("预防措施").fill("比选前摸清对手成交价");
        person.snap("dialog");
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认失败"))
                .click();
        assertThat(person.dialog()).hasCount(0);
        Locator review = card("失败复盘");
        assertThat(review.getByText("比选前摸清对手成交价")).isVisible();
        assertThat(review.getByText("待办")).isVisible();
        person.snap("review");

        review.getByText("修改").click();
        person.dialog().getByLabel("失败总结").fill("报价比对手高一成，交付也慢");
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^保\\s?存$")))
                .click();
        assertThat(person.dialog()).hasCount(0);
        assertThat(card("失败复盘").getByText("交付也慢")).isVisible();
        assertThat(seller.get("/api/opportunities/" + lost)
                        .at("/values/lossSummary")
                        .asString())
                .endsWith("交付也慢");

        person.open("/opportunities/" + open);
        Locator similar = card("相似商机的经验教训");
        assertThat(similar.getByText("相同对手").first()).isVisible();
        person.snap("similar");
        similar.getByText(lesson).first().click();
        assertThat(person.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(lesson)))
                .isVisible();
        look("lesson");
        for (var page : Map.of(
                        "review", "/opportunities/" + lost, "similar", "/opportunities/" + open, "lessons", "/lessons")
                .entrySet()) {
            person.open(page.getValue());
            look(page.getKey());
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    /** As it is on a phone in the dark, and in the other language; nothing is wider than the screen. */
    private static void look(String what) {
        Chromium.settle(person.page);
        person.snap(what + "-zh");
        person.page.setViewportSize(390, 844);
        person.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String language : List.of("en", "zh-CN")) {
            person.page.evaluate(
                    "language => localStorage.setItem('qiji.preferences', JSON.stringify({language}))", language);
            person.page.reload();
            person.page.locator("main").waitFor();
            Chromium.settle(person.page);
            person.snap(what + "-phone-" + language);
            assertThat(person.page.evaluate(
                            "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    .isEqualTo(false);
        }
        person.page.setViewportSize(1440, 900);
        person.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Locator card(String title) {
        return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
    }
}
