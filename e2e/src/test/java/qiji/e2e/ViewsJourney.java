package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A leader builds a view and gives it to the team; a colleague finds their own records by it. [X2] */
@ExtendWith(Demonstration.Shared.class)
class ViewsJourney {
    private static Demonstration demo;
    private static Client leader;
    private static Client colleague;
    private static Chromium chromium;
    private static ListPage list;

    @BeforeAll
    static void signIn(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        leader = demo.client("政企中心主任");
        colleague = demo.client("客户经理");
        chromium = new Chromium();
        list = new ListPage(chromium.signIn(demo.address(), demo.account("政企中心主任")));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void isBuiltSavedForTheTeamAndFoundByAColleague() throws IOException, InterruptedException {
        String name = "行业与部门 " + System.nanoTime() % 10_000;
        list.page.navigate(demo.address() + "/opportunities");
        buildsAFilterOfFieldsBehindReferences();
        list.sortBy("预计金额", false);
        assertThat(list.page).hasURL(Pattern.compile("sort=-expectedAmount"));
        list.sortBy("预计签约日期", true);
        assertThat(list.page).hasURL(Pattern.compile("sort=-expectedAmount%2C-expectedSignOn"));
        list.choose(list.box("分组"), "按阶段");
        groupsHaveCountsAndSums(list.filter());
        savesFor("我的团队", name);
        String link = list.page.url();
        String filter = list.filter();
        list.viewMenu("设为我的默认视图");
        list.page.navigate(demo.address() + "/opportunities");
        assertThat(list.page).hasURL(Pattern.compile("saved=\\d+"));
        assertThat(tab(list.page, name)).hasAttribute("aria-pressed", "true");

        Page theirs = chromium.signIn(demo.address(), demo.account("客户经理"));
        theirs.navigate(link);
        ListPage found = new ListPage(theirs);
        assertThat(tab(theirs, name)).hasAttribute("aria-pressed", "true");
        assertThat(found.number()).hasText(ListPage.records(counted(colleague, filter)));
        assertThat(found.state()).containsEntry("group", "stage").containsEntry("filter", filter);
        theirs.context().close();
        list.viewMenu("不再作为默认视图");
        list.viewMenu("删除视图");
        list.confirm();
        assertThat(tab(list.page, name)).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void buildsAFilterOfFieldsBehindReferences() throws IOException, InterruptedException {
        list.number().waitFor();
        list.page.keyboard().press("f");
        list.condition("客户·行业", "不为空");
        list.button("再加一个条件").click();
        list.condition("负责人·部门", "在我的部门及下级");
        list.page.locator("form button[type=submit]").click();
        list.button("添加条件").click();
        list.condition("预计签约日期", "相对日期", "今年");
        list.page.locator("form button[type=submit]").click();
        assertThat(list.page).hasURL(Pattern.compile("thisYear"));
        assertThat(list.filter()).contains("\"or\"", "customer.industry", "owner.department");
        assertThat(list.number()).hasText(ListPage.records(counted(leader, list.filter())));
    }

    private static void groupsHaveCountsAndSums(String filter) throws IOException, InterruptedException {
        JsonNode lanes = leader.get(
                "/api/records/opportunity/lanes?by=stage&sums=expectedAmount&filter=" + Client.encoded(filter));
        for (JsonNode lane : lanes.get("lanes")) {
            if (lane.get("count").asInt() > 0) {
                Locator row = list.page
                        .locator("tbody tr:has(th[scope=rowgroup])")
                        .filter(new Locator.FilterOptions()
                                .setHasText(lane.get("label").asString()));
                assertThat(row).containsText(ListPage.records(lane.get("count").asInt()));
                assertThat(row)
                        .containsText("%,.2f"
                                .formatted(lane.at("/sums/expectedAmount").asDouble() / 10_000));
            }
        }
    }

    private static void savesFor(String audience, String name) {
        list.viewMenu("另存为视图");
        list.dialog().getByLabel("名称").fill(name);
        list.dialog()
                .getByText(audience, new Locator.GetByTextOptions().setExact(true))
                .click();
        list.confirm();
        assertThat(list.dialog()).hasCount(0);
        assertThat(tab(list.page, name)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void isShownAsBoardCalendarAndChart() throws IOException, InterruptedException {
        list.page.navigate(demo.address() + "/opportunities?saved=all");
        list.number().waitFor();
        list.page.keyboard().press("v");
        list.page.keyboard().press("b");
        assertThat(list.page).hasURL(Pattern.compile("show=BOARD"));
        list.choose(list.box("分组"), "按商机来源");
        JsonNode lanes = leader.get("/api/records/opportunity/lanes?by=source&sums=expectedAmount,weightedAmount");
        for (JsonNode lane : lanes.get("lanes")) {
            Locator head = list.page
                    .getByRole(
                            AriaRole.REGION,
                            new Page.GetByRoleOptions()
                                    .setName(lane.get("label").asString())
                                    .setExact(true))
                    .locator("header");
            assertThat(head).containsText(ListPage.records(lane.get("count").asInt()));
            // Other journeys make opportunities without amounts meanwhile.
            if (lane.at("/sums/weightedAmount").isNumber()) {
                assertThat(head).containsText("加权");
            }
        }
        list.page.locator("main h1").click(); // keys are the select's while it has the focus
        list.page.keyboard().press("v");
        list.page.keyboard().press("c");
        assertThat(list.page.locator("ol > li").first()).isVisible();
        assertThat(list.page.locator("ol > li[data-today=true]")).hasCount(1);

        list.page.keyboard().press("v");
        list.page.keyboard().press("h");
        list.choose(list.box("分组"), "按商机来源");
        Locator rows = list.page
                .getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("数据表"))
                .locator("tbody tr");
        assertThat(rows).hasCount(lanes.get("lanes").size());
        Chromium.settle(list.page);
        pressTheTallestBar();
        assertThat(list.page).not().hasURL(Pattern.compile("show="));
        assertThat(list.filter()).contains("source");
        assertThat(list.number()).hasText(ListPage.records(counted(leader, list.filter())));
        assertThat(list.keys()).contains("切换为看板", "在列表中搜索", "筛选", "上一行", "选中全部符合条件的");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void pressTheTallestBar() {
        @SuppressWarnings("unchecked")
        List<Number> middle = (List<Number>) list.page.evaluate("""
                async () => {
                  const bars = () => [...document.querySelectorAll('figure svg path')]
                    .filter(it => !['none', 'transparent', null].includes(it.getAttribute('fill')))
                    .map(it => it.getBoundingClientRect()).filter(it => it.width > 4 && it.height > 20)
                  for (let frame = 0; frame < 60; frame++) await new Promise(drawn => requestAnimationFrame(drawn))
                  const tallest = bars().sort((one, other) => other.height - one.height)[0]
                  return [tallest.x + tallest.width / 2, tallest.y + tallest.height / 2]
                }
                """);
        list.page
                .mouse()
                .click(middle.getFirst().doubleValue(), middle.getLast().doubleValue());
    }

    private static int counted(Client client, String filter) throws IOException, InterruptedException {
        return client.get("/api/records/opportunity/count?filter=" + Client.encoded(filter))
                .get("count")
                .asInt();
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("视图"))
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(Person.literal(name))));
    }
}
