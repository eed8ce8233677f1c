package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

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

    /** Between past days, which no other journey changes; of everything, and of what is to be signed in a period. */
    @Test
    void opensTheRecordsBehindEveryBarOfAComparison() throws IOException, InterruptedException {
        LocalDate later = DAY.plusMonths(6);
        Set<String> opened = new TreeSet<>();
        for (String days : List.of(
                "from=%s&to=%s".formatted(DAY, later),
                "from=%s&to=%s&signedFrom=%s&signedTo=%s".formatted(DAY, later, DAY, later),
                "from=%s&to=%s&signedTo=%s".formatted(later, DAY.plusMonths(9), DAY.plusMonths(9)))) {
            page.navigate(demo.address() + "/opportunities/movements?" + days);
            for (JsonNode bar :
                    leader.get("/api/opportunities/movements?" + days).get("bars")) {
                if (bar.get("count").asInt() > 0) {
                    opens(bar, days);
                    opened.add(bar.get("movement").asString());
                }
            }
        }
        assertThat(opened).contains("NEW", "WON", "LOST", "GROWN", "SLIPPED");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void opens(JsonNode bar, String days) throws IOException, InterruptedException {
        String movement = bar.get("label").asString();
        int count = bar.get("count").asInt();
        assertThat(page.locator("figure svg").first()).containsText(movement);
        button(movement).click();
        Locator behind = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(movement).setExact(true));
        assertThat(behind).containsText(records(count));
        Locator rows = behind.locator("tbody tr");
        assertThat(rows).hasCount(Math.min(count, 50));
        JsonNode told = leader.get("/api/opportunities/movements/records?%s&movement=%s"
                        .formatted(days, bar.get("movement").asString()))
                .get("rows");
        assertThat(behind.locator("tbody th a").allTextContents()).isEqualTo(told.findValuesAsString("name"));
        // Gone on the second day, it can be looked at as of the first.
        String end = told.get(0).get("gone").asBoolean() ? "from" : "to";
        String day = days.replaceAll(".*\\b%s=([-0-9]+).*".formatted(end), "$1");
        assertThat(rows.first().getByRole(AriaRole.LINK))
                .hasAttribute(
                        "href",
                        "/opportunities/%s?asOf=%s"
                                .formatted(told.get(0).get("id").asString(), day));
    }

    @Test
    void opensTheRecordsBehindABarUntilNow() throws IOException, InterruptedException {
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

    @Test
    void leadsFromABarToARecordAsItWasThen() {
        page.navigate(demo.address() + "/opportunities/movements?from=%s&to=%s".formatted(DAY, DAY.plusMonths(6)));
        button("赢单").click();
        Locator link = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("赢单"))
                .getByRole(AriaRole.LINK)
                .first();
        String name = link.textContent();
        link.click();
        assertThat(page).hasURL(Pattern.compile("/opportunities/\\d+\\?asOf=" + DAY.plusMonths(6)));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(name);
        assertThat(banner()).containsText("日终时的数据，只读");
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
