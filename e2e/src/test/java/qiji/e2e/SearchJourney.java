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

/** An account manager finds what was just written by however it comes to mind; whom it does not concern finds nothing. [X1] */
@ExtendWith(Demonstration.Shared.class)
class SearchJourney {
    private static final String CUSTOMER = "玄铁重剑锻造厂";
    private static final String OPPORTUNITY = "云联网扩容";

    private static Demonstration demo;
    private static Chromium chromium;
    private static Client seller;
    private static Page page;
    private static long customer;

    @BeforeAll
    static void write(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        seller = demo.client("客户经理");
        chromium = new Chromium();
        page = chromium.signIn(demo.address(), demo.account("客户经理"));
        customer = create("customers", "{\"name\": \"%s\"}".formatted(CUSTOMER));
        create(
                "contacts",
                "{\"name\": \"独孤青锋\", \"customer\": \"%d\", \"phone\": \"13900137788\"}".formatted(customer));
        create("opportunities", "{\"name\": \"%s\", \"customer\": \"%d\"}".formatted(OPPORTUNITY, customer));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static long create(String what, String body) throws IOException, InterruptedException {
        return seller.confirmed("POST", "/api/" + what, body).path("id").asLong();
    }

    private static Locator found(Page page, String kind, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(kind))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator box() {
        return page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("搜索"));
    }

    @Test
    void findsByInitialsPinyinASlipTraditionalCharactersAndTheEndOfAPhone() {
        page.navigate(demo.address() + "/search");
        for (String text : List.of("xtzj", "xuantiezh", "玄鐵重劍", "玄铁重见", "玄铁zj", "ＸＴＺＪ")) {
            box().fill(text);
            assertThat(page).hasURL(Pattern.compile("q="));
            assertThat(found(page, "客户", CUSTOMER).locator("mark")).hasText(Pattern.compile("^玄铁重剑?$"));
        }
        box().fill("玄铁重见");
        assertThat(page.getByText("相近").first()).isVisible();
        box().fill("7788");
        assertThat(found(page, "联系人", "独孤青锋")).isVisible();
        box().fill("dgqf");
        assertThat(found(page, "联系人", "独孤青锋").locator("mark")).hasText("独孤青锋");
    }

    @Test
    void findsAnOpportunityByItsCustomerInTheBoxAndInTheList() {
        page.navigate(demo.address() + "/search?q=xtzj");
        assertThat(found(page, "商机", OPPORTUNITY)).isVisible();
        assertThat(page.getByText("客户：" + CUSTOMER)).isVisible();
        page.navigate(demo.address() + "/opportunities?q=xtzj");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OPPORTUNITY)))
                .isVisible();
        assertThat(page.locator("main header [aria-live]")).containsText(Pattern.compile("^\\D*1 "));
    }

    @Test
    void findsAtOnceWhatWasJustWrittenOrRenamed() throws IOException, InterruptedException {
        page.navigate(demo.address() + "/search?q=屠龙宝刀");
        assertThat(page.getByText("没有找到“屠龙宝刀”")).isVisible();
        long id = create("customers", "{\"name\": \"屠龙宝刀铸造\"}");
        page.reload();
        assertThat(found(page, "客户", "屠龙宝刀铸造")).isVisible();
        seller.confirmed("PATCH", "/api/customers/" + id, "{\"version\": 0, \"name\": \"倚天剑铸造\"}");
        page.reload();
        assertThat(page.getByText("没有找到“屠龙宝刀”")).isVisible();
        box().fill("ytj");
        assertThat(found(page, "客户", "倚天剑铸造").locator("mark")).hasText("倚天剑");
    }

    @Test
    void goesThereByKeyboardFromThePageAndFromThePalette() {
        page.navigate(demo.address() + "/search");
        box().fill("玄铁重剑");
        Locator first = found(page, "客户", CUSTOMER);
        first.waitFor();
        box().focus();
        for (int i = 0;
                i < 12 && !first.evaluate("it => it === document.activeElement").equals(true);
                i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/customers/" + customer));

        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX).fill("xtzj");
        Locator option = page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(OPPORTUNITY));
        assertThat(option).containsText(CUSTOMER);
        for (int i = 0; i < 12 && !"true".equals(option.getAttribute("aria-selected")); i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/opportunities/\\d+"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(OPPORTUNITY);
    }

    @Test
    void tellsAStrangerNothing() {
        Page stranger = chromium.signIn(demo.address(), demo.account("第三方合作伙伴"));
        for (String text : List.of("玄铁重剑", "xtzj", "玄铁重见", "7788", OPPORTUNITY)) {
            stranger.navigate(demo.address() + "/search?q=" + text);
            Chromium.settle(stranger);
            assertThat(stranger.getByText(CUSTOMER)).hasCount(0);
            assertThat(stranger.getByText("独孤青锋")).hasCount(0);
            assertThat(stranger.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OPPORTUNITY)))
                    .hasCount(0);
        }
        assertThat(chromium.complaints()).isEmpty();
    }
}
