package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An opportunity of 230,000 becomes 重大 and waits for the general manager, is returned, corrected and confirmed; its amount
 * falls, and the lower grade waits for confirmation. [S18 D3 D4]
 */
@ExtendWith(Demonstration.Shared.class)
class GradeJourney {
    private static final Path PICTURES = Path.of("target/pictures/grade");

    private static Demonstration demo;
    private static Client seller;
    private static Chromium chromium;

    @BeforeAll
    static void prepare(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        seller = demo.client("客户经理");
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** At its pencil, in the unit that amounts are shown in: 万元. */
    private static void edit(Person owner, String tenThousands) {
        owner.button("修改预计金额").first().click();
        Locator input = owner.page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("预计金额"));
        input.fill(tenThousands);
        input.press("Enter");
        assertThat(input).hasCount(0);
    }

    @Test
    void waitsForTheGeneralManagerIsReturnedCorrectedAndConfirmed() throws IOException, InterruptedException {
        String name = "定级旅程" + System.nanoTime() % 100_000;
        String deal = seller.confirmed(
                        "POST", "/api/opportunities", "{\"name\": \"%s\", \"expectedAmount\": 15000}".formatted(name))
                .get("id")
                .asString();
        Person owner = new Person(
                chromium.signIn(demo.address(), demo.account("客户经理")), demo.address(), PICTURES.resolve("owner"));
        Person manager = new Person(
                chromium.signIn(demo.address(), demo.account("分公司经理")), demo.address(), PICTURES.resolve("manager"));
        owner.open("/opportunities/" + deal);
        assertThat(card(owner).getByText("一般")).isVisible();

        edit(owner, "23");
        assertThat(card(owner).getByText("已升为重大，等待确认")).isVisible();
        Chromium.settle(owner.page);
        owner.snap("awaiting");

        decide(manager, name, "退回", "预算依据不足");
        owner.page.reload();
        assertThat(card(owner).getByText("已退回：改好后再送审")).isVisible();
        assertThat(owner.page.getByText("预算依据不足").first()).isVisible();
        owner.button("再次送审").click();
        owner.dialog().getByLabel("说明").fill("预算批文已附");
        confirm(owner, "送审");
        assertThat(card(owner).getByText("重大 · 待确认")).isVisible();

        decide(manager, name, "同意", null);
        owner.page.reload();
        assertThat(card(owner).getByText("重大", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(card(owner).getByText("待上报")).isVisible();
        owner.button("登记上报").click();
        confirm(owner, "登记上报");
        assertThat(card(owner).getByText("待回执")).isVisible();
        Chromium.settle(owner.page);
        owner.snap("confirmed-and-reported");

        edit(owner, "3");
        assertThat(card(owner).getByText("拟降为普通，确认前仍按重大")).isVisible();
        owner.page
                .getByText("等级", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(owner.page.getByText("等级拟从重大降为普通")).isVisible();
        owner.snap("lower-one-waits");
        assertThat(seller.get("/api/opportunities/" + deal).at("/values/grade").asString())
                .isEqualTo("MAJOR");
        decide(manager, name, "同意", null);
        assertThat(seller.get("/api/opportunities/" + deal).at("/values/grade").asString())
                .isEqualTo("ORDINARY");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void opensTheRecordsBehindEachCellOfTheGrid() {
        Person manager = new Person(
                chromium.signIn(demo.address(), demo.account("分公司经理")), demo.address(), PICTURES.resolve("grid"));
        manager.open("/opportunities/rad");
        Locator cell =
                manager.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^未定 3：")));
        String told = cell.getAttribute("aria-label").replaceAll("\\D+", " ").strip();
        String count = told.substring(told.indexOf(' ') + 1);
        Chromium.settle(manager.page);
        manager.snap("rad");
        cell.click();
        assertThat(manager.page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("商机").setExact(true)))
                .isVisible();
        assertThat(manager.page
                        .getByText(Pattern.compile("(^|\\D)" + count + " 条"))
                        .first())
                .isVisible();
        manager.snap("behind-a-cell");
        manager.open("/opportunities?show=BOARD&lanes=grade");
        assertThat(manager.page.getByText("重大").first()).isVisible();
        Chromium.settle(manager.page);
        manager.snap("board");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static Locator card(Person person) {
        return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("商机等级"));
    }

    private static void decide(Person manager, String name, String verb, @Nullable String why) {
        manager.open("/approvals");
        manager.page.getByText(name).first().click();
        Chromium.settle(manager.page);
        manager.snap("request");
        manager.button(verb).click();
        if (why != null) {
            manager.dialog().getByLabel("原因").fill(why);
        }
        confirm(manager, verb);
        assertThat(manager.page.getByText("已" + verb).first()).isVisible();
    }

    private static void confirm(Person person, String verb) {
        String loose = verb.length() == 2 ? verb.charAt(0) + "\\s?" + verb.charAt(1) : verb;
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + loose + "$")))
                .click();
        assertThat(person.dialog()).hasCount(0);
    }
}
