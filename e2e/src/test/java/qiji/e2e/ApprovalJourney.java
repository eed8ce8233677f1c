package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A seller wants to give up; the director sends it back with a reason, on a phone, then agrees; and decides several at once.
 * [D9 D12]
 */
@ExtendWith(Demonstration.Shared.class)
class ApprovalJourney {
    private static final Path PICTURES = Path.of("target/pictures/approval");

    private static Demonstration demo;
    private static Client seller;
    private static Chromium chromium;
    private static String name;

    @BeforeAll
    static void prepare(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        seller = demo.client("客户经理");
        chromium = new Chromium();
        name = "审批旅程" + System.nanoTime() % 100_000;
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static String deal(String suffix) throws IOException, InterruptedException {
        return seller.confirmed(
                        "POST",
                        "/api/opportunities",
                        "{\"name\": \"%s%s\", \"expectedAmount\": 230000}".formatted(name, suffix))
                .get("id")
                .asString();
    }

    private static String status(String deal) throws IOException, InterruptedException {
        return seller.get("/api/opportunities/" + deal).at("/values/status").asString();
    }

    @Test
    void isReturnedAskedAgainAndApproved() throws IOException, InterruptedException {
        String deal = deal("一");
        Person owner = new Person(
                chromium.signIn(demo.address(), demo.account("客户经理")), demo.address(), PICTURES.resolve("owner"));
        Person director = new Person(
                chromium.signIn(demo.address(), demo.account("政企中心主任")), demo.address(), PICTURES.resolve("director"));
        ask(owner, deal, "客户没有预算");
        assertThat(status(deal)).isEqualTo("OPEN");

        director.page.setViewportSize(390, 844);
        director.open("/approvals");
        director.page.getByText(name + "一").first().click();
        assertThat(director.page.getByText("客户没有预算").first()).isVisible();
        Chromium.settle(director.page);
        director.snap("request-on-a-phone");
        assertThat(director.page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .isEqualTo(false);
        director.button("退回").click();
        director.dialog().getByLabel("原因").fill("再约一次决策人");
        confirm(director, "退回");
        assertThat(director.page.getByText("已退回").first()).isVisible();

        owner.page.reload();
        assertThat(owner.page.getByText("再约一次决策人")).isVisible();
        owner.snap("returned");
        ask(owner, deal, "约过了，仍没有预算");
        director.page.setViewportSize(1440, 900);
        director.open("/approvals");
        director.page.getByText(name + "一").first().click();
        Chromium.settle(director.page);
        director.snap("request");
        director.button("同意").click();
        confirm(director, "同意");
        assertThat(director.page.getByText("已同意").first()).isVisible();
        assertThat(status(deal)).isEqualTo("ABANDONED");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void ask(Person owner, String deal, String reason) {
        owner.open("/opportunities/" + deal);
        owner.button("更多").click();
        owner.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("放弃"))
                .click();
        owner.dialog().getByLabel("放弃原因").fill(reason);
        assertThat(owner.dialog().getByText("政企中心主任")).isVisible();
        owner.snap("ask");
        confirm(owner, "提交审批");
        assertThat(owner.page.getByText("审批中").first()).isVisible();
    }

    private static void confirm(Person person, String verb) {
        String loose = verb.length() == 2 ? verb.charAt(0) + "\\s?" + verb.charAt(1) : verb;
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + loose + "$")))
                .click();
        assertThat(person.dialog()).hasCount(0);
    }

    @Test
    void decidesSeveralAtOnce() throws IOException, InterruptedException {
        String one = deal("二");
        String other = deal("三");
        for (String deal : new String[] {one, other}) {
            seller.confirmed("POST", "/api/opportunities/" + deal + "/abandonment", "{\"reason\": \"重复\"}");
        }
        Person director = new Person(
                chromium.signIn(demo.address(), demo.account("政企中心主任")), demo.address(), PICTURES.resolve("many"));
        director.open("/approvals");
        for (String suffix : new String[] {"二", "三"}) {
            director.page.getByLabel("选择：" + name + suffix).check();
        }
        director.snap("chosen");
        director.button("同意").click();
        confirm(director, "同意");
        assertThat(director.page.getByText(name + "二")).hasCount(0);
        assertThat(status(one)).isEqualTo("ABANDONED");
        assertThat(status(other)).isEqualTo("ABANDONED");
    }
}
