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

/** An opportunity administrator looks for duplicates, makes one customer of two, takes that back, keeps two apart. [B1] */
@ExtendWith(Demonstration.Shared.class)
class MergeJourney {
    private static final String KEPT = "上海寰宇星槎动力科技有限公司";
    private static final String GONE = "寰宇星槎动力科技（上海）股份有限公司";

    private static Demonstration demo;
    private static Client admin;
    private static Chromium chromium;
    private static Page page;
    private static String kept;
    private static String gone;

    @BeforeAll
    static void signIn(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        admin = demo.client("系统管理员");
        kept = made("/api/customers", "{\"name\": \"" + KEPT + "\", \"region\": \"上海\"}");
        gone = made("/api/customers", "{\"name\": \"" + GONE + "\", \"region\": \"上海浦东\"}");
        made("/api/contacts", "{\"name\": \"程星槎\", \"customer\": \"" + gone + "\"}");
        chromium = new Chromium();
        page = chromium.signIn(demo.address(), demo.account("系统管理员"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static String made(String path, String body) throws IOException, InterruptedException {
        return admin.confirmed("POST", path, body).get("id").asString();
    }

    @Test
    void makesOneOfTwoAndTwoAgainAndKeepsThemApart() throws IOException, InterruptedException {
        page.navigate(demo.address() + "/customers/duplicates");
        button("查找重复").click();
        assertThat(pair()).isVisible();
        assertThat(pair()).containsText("名称相同");

        pair().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合并…"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(GONE);
        dialog.getByText("上海浦东", new Locator.GetByTextOptions().setExact(true)).click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^合\\s?并")))
                .click();
        assertThat(pair()).hasCount(0);
        assertThat(regionOf(kept)).isEqualTo("上海浦东");
        assertThat(contactsOf(kept)).isEqualTo(1);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("撤\\s?销")))
                .first()
                .click();
        assertThat(pair()).isVisible();
        assertThat(regionOf(kept)).isEqualTo("上海");
        assertThat(contactsOf(gone)).isEqualTo(1);

        pair().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("不是重复"))
                .click();
        assertThat(pair()).hasCount(0);
        button("查找重复").click();
        assertThat(button("查找重复")).isVisible();
        assertThat(pair()).hasCount(0);
    }

    private static String regionOf(String customer) throws IOException, InterruptedException {
        return customer(customer).at("/values/region").asString();
    }

    private static int contactsOf(String customer) throws IOException, InterruptedException {
        return customer(customer).get("contacts").asInt();
    }

    private static JsonNode customer(String id) throws IOException, InterruptedException {
        return admin.get("/api/customers/" + id);
    }

    private static Locator pair() {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Pattern.compile("寰宇星槎.+寰宇星槎")));
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
