package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A seller draws a plan and drags a bar, which slips; wins, and carries the project out to its closing. [D7 D12] */
@ExtendWith(Demonstration.Shared.class)
class ProjectJourney {
    private static final Path PICTURES = Path.of("target/pictures/project");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static Demonstration demo;
    private static Client client;
    private static Chromium chromium;

    @BeforeAll
    static void prepare(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        client = demo.client("客户经理");
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** One that can be won at once. */
    private static String ripe() throws IOException, InterruptedException {
        String customer =
                client.get("/api/records/customer?limit=1").at("/rows/0/id").asString();
        String deal = client.confirmed("POST", "/api/opportunities", """
                {"name": "项目旅程%d", "customer": "%s", "expectedAmount": 9000, "committedAmount": 8000,
                 "expectedSignOn": "%s", "expectedRevenueOn": "%s"}""".formatted(
                                System.nanoTime() % 100_000, customer, TODAY.plusDays(9), TODAY.plusDays(40)))
                .get("id")
                .asString();
        String known = "{\"known\": true, \"evidence\": \"拜访\"}";
        client.confirmed(
                "PUT",
                "/api/opportunities/" + deal + "/validity",
                "{\"need\": %1$s, \"kp\": %1$s, \"budget\": %1$s}".formatted(known));
        return deal;
    }

    @Test
    void isPlannedDraggedWonAndClosed() throws IOException, InterruptedException {
        String deal = ripe();
        Person seller = new Person(chromium.signIn(demo.address(), demo.account("客户经理")), demo.address(), PICTURES);
        seller.open("/opportunities/" + deal + "?tab=plan");
        add(seller, "拜访决策人", null);
        add(seller, "编写方案", "拜访决策人");
        seller.button("设为基线").click();
        confirm(seller, "设为基线");
        assertThat(seller.page.getByText("如期").first()).isVisible();

        drag(seller, "拜访决策人", 3);
        assertThat(seller.page.getByText("晚 3 天").first()).isVisible();
        Locator second = bar(seller, "编写方案");
        assertThat(second).hasAttribute("aria-label", Pattern.compile("晚 3 天"));
        second.focus();
        seller.page.keyboard().press("ArrowRight");
        seller.page.keyboard().press("Shift+ArrowRight");
        assertThat(seller.page.getByText("晚 5 天").first()).isVisible();
        Chromium.settle(seller.page);
        seller.snap("plan");

        win(seller);
        seller.page
                .getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName("项目").setExact(true))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(seller.page.getByText("立项").first()).isVisible();
        seller.button("沿用开发计划的未完成项").click();
        assertThat(bar(seller, "编写方案")).isVisible();
        verb(seller, "开始执行", null);
        verb(seller, "汇报进度", "设备到货");
        verb(seller, "完成", "客户验收");
        Chromium.settle(seller.page);
        seller.snap("project");
        verb(seller, "关闭", "资料归档");
        assertThat(seller.page.getByText("已关闭").first()).isVisible();
        assertThat(client.get("/api/opportunities/" + deal).at("/values/status").asString())
                .isEqualTo("WON");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** The contract is asked for where one wins, and uploaded there. */
    private static void win(Person seller) {
        seller.button("赢单").first().click();
        seller.dialog().getByText("确认赢单").click();
        assertThat(seller.dialog()).containsText("验证材料：已签署的合同");
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.endsWith("status of 409 ()"));
        seller.dialog()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("扫描件.pdf", "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
        Chromium.settle(seller.page);
        seller.snap("contract");
        seller.dialog().getByText("保存并继续").click();
        assertThat(seller.dialog()).isHidden();
    }

    private static void add(Person person, String title, @Nullable String after) {
        person.button("添加计划项").first().click();
        person.dialog().getByLabel("名称").fill(title);
        if (after != null) {
            day(person, "开始日期", TODAY.plusDays(1));
            day(person, "结束日期", TODAY.plusDays(2));
            person.dialog().getByLabel("前置项").click();
            // Without Escape afterwards, which would close the dialog, too.
            person.page
                    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
                    .getByTitle(after)
                    .dispatchEvent("click");
        }
        confirm(person, "保存");
        assertThat(bar(person, title)).isVisible();
    }

    private static void day(Person person, String label, LocalDate day) {
        Locator input = person.dialog().getByLabel(label);
        input.fill(day.toString());
        input.press("Enter");
    }

    private static Locator bar(Person person, String title) {
        return person.page
                .locator("button[aria-keyshortcuts]")
                .and(person.page.getByLabel(Pattern.compile("^" + title)));
    }

    /** So many days later: as wide as the bar of one day is. */
    private static void drag(Person person, String title, int days) {
        Locator bar = bar(person, title);
        bar.scrollIntoViewIfNeeded();
        BoundingBox box = bar.boundingBox();
        double y = box.y + box.height / 2;
        person.page.mouse().move(box.x + box.width / 2, y);
        person.page.mouse().down();
        person.page.mouse().move(box.x + box.width / 2 + days * box.width, y);
        person.page.mouse().up();
    }

    private static void verb(Person person, String verb, @Nullable String text) {
        person.button(verb).first().click();
        if (text != null) {
            person.dialog().locator("textarea").fill(text);
        }
        confirm(person, verb);
    }

    private static void confirm(Person person, String label) {
        person.dialog()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(spaced(label))))
                .last()
                .click();
        assertThat(person.dialog()).isHidden();
    }

    /** The component library parts two characters of a button. */
    private static String spaced(String label) {
        return label.length() == 2 ? label.charAt(0) + "\\s?" + label.charAt(1) : label;
    }
}
