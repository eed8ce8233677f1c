package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An administrator works on many records at once: theirs, of which nobody else knows. [X2] */
@ExtendWith(Demonstration.Shared.class)
class BulkJourney {
    private static final int ALL = 60;
    private static final int PAGE = 50;
    private static final int VALID = 3;
    /** More than are worked on at once. */
    private static final int BEFORE = 24;

    private static Demonstration demo;
    private static Client client;
    private static Chromium chromium;
    private static ListPage list;
    private static String name;

    @BeforeAll
    static void prepare(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        client = demo.client("系统管理员");
        name = "批量旅程" + System.nanoTime() % 100_000;
        client.confirmed("POST", "/api/customers", "{\"name\": \"%s公司\"}".formatted(name));
        String customer = client.get("/api/records/customer/lookup?q=" + Client.encoded(name))
                .at("/items/0/id")
                .asString();
        for (int i = 0; i < ALL; i++) {
            String made = client.confirmed("POST", "/api/opportunities", """
                            {"name": "%s 第%d", "customer": "%s", "expectedAmount": %d, "expectedSignOn": "2027-06-30"}
                            """.formatted(name, i, customer, 1000 + i))
                    .get("id")
                    .asString();
            if (i < VALID) {
                client.confirmed("PUT", "/api/opportunities/" + made + "/validity", """
                        {"need": {"known": true, "evidence": "n"}, "kp": {"known": true, "evidence": "k"},
                         "budget": {"known": true, "evidence": "b"}}""");
            }
        }
        chromium = new Chromium();
        list = new ListPage(chromium.signIn(demo.address(), demo.account("系统管理员")));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static void open(String order) {
        list.page.navigate(demo.address() + "/opportunities?sort=" + order + "&q=" + Client.encoded(name));
        assertThat(list.number()).hasText(ListPage.records(ALL));
        list.page.locator("tbody tr").first().waitFor();
    }

    private static Locator bar() {
        return list.page.getByRole(AriaRole.TOOLBAR);
    }

    /** Begins to do something with all that match. */
    private static void all(String action) {
        open("-expectedAmount");
        list.page.keyboard().press("a");
        assertThat(bar()).containsText("已选 %d 条".formatted(PAGE));
        list.page.keyboard().press("Shift+A");
        assertThat(bar()).containsText("已选 %d 条".formatted(ALL));
        bar().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + loose(action) + "$")))
                .click();
    }

    /** Two Chinese characters on a button get a space between them. */
    private static String loose(String text) {
        return text.length() == 2 ? text.charAt(0) + "\\s?" + text.charAt(1) : text;
    }

    private static void ends(String result) {
        list.confirm();
        assertThat(list.dialog().locator("p[role=status]")).hasText(result);
        list.page.keyboard().press("Escape");
        assertThat(bar()).hasCount(0);
    }

    @Test
    void editsTagsMovesAndTransfersAllThatMatch() throws IOException, InterruptedException {
        all("编辑字段");
        list.choose(list.page.locator("#bulk-field"), "来源说明");
        list.page.locator("#bulk-value").fill("批量");
        ends("完成 60 条，无变化 0 条，被拒绝 0 条");
        assertThat(counted("{\"field\":\"sourceDetail\",\"op\":\"is\",\"value\":\"批量\"}"))
                .isEqualTo(ALL);

        all("添加标签");
        list.page.locator("#bulk-tag").fill("旅程");
        ends("完成 60 条，无变化 0 条，被拒绝 0 条");
        all("添加标签");
        list.page.locator("#bulk-tag").fill("旅程");
        ends("完成 0 条，无变化 60 条，被拒绝 0 条");

        all("推进阶段");
        JsonNode second = client.get("/api/processes").get(0).get("stages").get(1);
        list.choose(list.page.locator("#bulk-stage"), second.get("name").asString());
        list.confirm();
        assertThat(list.dialog().locator("p[role=status]")).containsText("完成 %d 条".formatted(VALID));
        Locator refused = list.dialog().getByRole(AriaRole.LIST);
        assertThat(refused.getByRole(AriaRole.LINK).first()).containsText(name);
        assertThat(refused.locator("li span").first()).not().isEmpty();
        list.page.keyboard().press("Escape");

        all("移交");
        String to = client.get("/api/records/user/lookup?q=" + Client.encoded("陈刚"))
                .at("/items/0/label")
                .asString();
        list.choose(list.page.locator("#bulk-owner"), to);
        list.page.locator("#bulk-reason").fill("旅程结束");
        ends("完成 60 条，无变化 0 条，被拒绝 0 条");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void takesBackWhatWasTypedIntoACell() {
        open("-expectedAmount");
        Locator row = list.page.locator("tbody tr").first();
        Locator amount = row.locator("td")
                .filter(new Locator.FilterOptions().setHas(list.page.locator("[aria-label='修改预计金额']")));
        String before = amount.textContent();
        amount.hover();
        amount.getByRole(AriaRole.BUTTON).click();
        Locator input = list.page.getByRole(AriaRole.SPINBUTTON);
        input.fill("99");
        input.press("Enter");
        assertThat(input).hasCount(0);
        assertThat(amount).not().hasText(before);
        list.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^撤\\s?销$")))
                .click();
        assertThat(amount).hasText(before);
    }

    @Test
    void keepsThePlaceInTheListOnTheWayThroughItsRecords() {
        open("expectedAmount");
        for (int row = 0; row < PAGE - 1; row++) {
            list.page.keyboard().press("j");
        }
        list.page.keyboard().press("Enter");
        assertThat(list.page).hasURL(Pattern.compile("/opportunities/\\d+$"));
        Locator title = list.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(title).hasText(name + " 第48");
        for (int next = PAGE - 1; next < PAGE + 2; next++) {
            assertThat(list.page.getByText("%d / %d".formatted(next, ALL))).isVisible();
            list.page.keyboard().press("j");
            assertThat(title).hasText(name + " 第" + next);
        }
        list.page.goBack();
        assertThat(list.page.locator("tr[data-active=true]")).containsText(name + " 第51");
        assertThat(list.page.locator("tr[data-active=true]")).isInViewport();
    }

    @Test
    void writesAFileAndStopsAnother() throws IOException, InterruptedException {
        all("导出");
        list.confirm();
        Locator file = list.dialog().getByRole(AriaRole.LINK);
        assertThat(file).hasAttribute("download", Pattern.compile("\\.xlsx$"));
        assertThat(list.dialog()).containsText("60 条");
        var fetched = list.page.waitForDownload(file::click);
        assertThat(fetched.suggestedFilename()).endsWith(".xlsx");

        all("导出");
        String everything = """
                {"format": "XLSX", "fields": ["number", "name", "customer", "owner", "stage", "expectedAmount"], "sort": "number"}""";
        for (int i = 0; i < BEFORE; i++) {
            client.confirmed("POST", "/api/records/opportunity/exports", everything);
        }
        list.confirm();
        list.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^停\\s?止$")))
                .click();
        assertThat(list.dialog()).containsText("已停止");
    }

    private static int counted(String condition) throws IOException, InterruptedException {
        String filter =
                "{\"and\":[{\"field\":\"name\",\"op\":\"contains\",\"value\":\"%s\"},%s]}".formatted(name, condition);
        return client.get("/api/records/opportunity/count?filter=" + Client.encoded(filter))
                .get("count")
                .asInt();
    }
}
