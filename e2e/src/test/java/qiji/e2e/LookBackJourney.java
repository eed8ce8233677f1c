package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leader looks at their opportunities as they were a year ago, and at what moved since. [D17] */
@ExtendWith(Demonstration.Shared.class)
class LookBackJourney {
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(1);
    private static final String AS_OF = "asOf=" + DAY;

    private static Demonstration demo;
    private static Client leader;
    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void signIn(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        leader = demo.client("分公司经理");
        chromium = new Chromium();
        page = chromium.signIn(demo.address(), demo.account("分公司经理"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void seesListBoardChartAndRecordOfAYearAgoAndComesBack() throws IOException, InterruptedException {
        int now = counted("");
        int then = counted(AS_OF);
        assertThat(then).isPositive().isNotEqualTo(now);

        page.navigate(demo.address() + "/opportunities");
        assertThat(number()).hasText(records(now));
        button("回看").click();
        Locator other = page.getByPlaceholder("其他日期");
        other.fill(DAY.toString());
        other.press("Enter");
        assertThat(banner()).containsText("日终时的数据，只读");
        assertThat(number()).hasText(records(then));
        assertThat(button("新建商机")).hasCount(0);

        page.getByText("图表", new Page.GetByTextOptions().setExact(true)).click();
        Locator numbers = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("数据表"))
                .locator("tbody td");
        numbers.first().waitFor();
        Chromium.settle(page);
        assertThat(numbers.allTextContents().stream()
                        .mapToInt(text -> Integer.parseInt(text.replace(",", "")))
                        .sum())
                .isEqualTo(then);

        page.getByText("看板", new Page.GetByTextOptions().setExact(true)).click();
        Locator card = page.locator("article").first();
        card.waitFor();
        assertThat(page).hasURL(Pattern.compile(AS_OF));
        assertThat(card.getByRole(AriaRole.BUTTON)).hasCount(0);

        card.getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile("/opportunities/\\d+\\?" + AS_OF));
        Locator name = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
        assertThat(name).not().hasText("商机"); // the board's, until the record is there
        String called = name.textContent();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^修改"))))
                .hasCount(0);
        banner().getByRole(AriaRole.BUTTON).click();
        assertThat(page).not().hasURL(Pattern.compile("asOf"));
        assertThat(name).hasText(called);
        assertThat(banner()).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void opensTheRecordsBehindABarOfTheComparison() throws IOException, InterruptedException {
        page.navigate(demo.address() + "/opportunities/movements?from=" + DAY);
        var bar = leader.get("/api/opportunities/movements?from=" + DAY)
                .get("bars")
                .get(0);
        String movement = bar.get("label").asString();
        int count = bar.get("count").asInt();
        assertThat(count).isPositive();
        assertThat(page.locator("figure svg").first()).containsText(movement);

        button(movement).click();
        Locator behind = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(movement));
        assertThat(behind).containsText(records(count));
        assertThat(behind.locator("tbody tr")).hasCount(Math.min(count, 50));
        behind.getByRole(AriaRole.LINK).first().click();
        assertThat(page).hasURL(Pattern.compile("/opportunities/\\d+$"));
        assertThat(chromium.complaints()).isEmpty();
    }

    private static int counted(String asOf) throws IOException, InterruptedException {
        return leader.get("/api/records/opportunity/count?" + asOf).get("count").asInt();
    }

    private static String records(int count) {
        return "%,d 条".formatted(count);
    }

    private static Locator number() {
        return page.locator("main header [aria-live]");
    }

    private static Locator banner() {
        return page.getByRole(
                AriaRole.COMPLEMENTARY,
                new Page.GetByRoleOptions().setName("回看").setExact(true));
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
