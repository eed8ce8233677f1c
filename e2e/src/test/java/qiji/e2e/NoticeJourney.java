package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One gives an opportunity away; whom it is given to hears of it at once, in whatever tab, and reads it. [D9] */
@ExtendWith(Demonstration.Shared.class)
class NoticeJourney {
    private static final String NAME = "通知旅程：河西智慧园区";

    private static Demonstration demo;
    private static Client admin;
    private static Chromium chromium;
    private static String opportunity;
    private static String seller;
    private static Client reader;

    @BeforeAll
    static void open(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        admin = demo.client("系统管理员");
        opportunity = admin.confirmed("POST", "/api/opportunities", "{\"name\": \"" + NAME + "\"}")
                .get("id")
                .asString();
        reader = demo.client("客户经理");
        seller = reader.get("/api/session").at("/user/name").asString();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void ringsInEveryTabAtOnceAndIsSilentOnceRead() throws IOException, InterruptedException {
        Page first = chromium.signIn(demo.address(), demo.account("客户经理"));
        Page second = first.context().newPage();
        second.navigate(demo.address() + "/tasks");
        mustRing(first, second);

        transfer();
        assertThat(told()).hasSize(1);
        mustRing(first, second);

        bell(first).click();
        first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(NAME)))
                .click();
        assertThat(first.locator("main h1")).containsText(NAME);
        first.waitForCondition(() -> told().isEmpty());
        mustRing(first, second);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void transfer() {
        Page page = chromium.signIn(demo.address(), demo.account("系统管理员"));
        var giver = new Person(page, demo.address(), demo.data());
        giver.open("/opportunities/" + opportunity);
        giver.button("更多").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("移交"))
                .click();
        Locator owner = giver.dialog().getByRole(AriaRole.COMBOBOX);
        owner.fill(seller);
        page.locator(".ant-select-item-option")
                .filter(new Locator.FilterOptions().setHasText(seller))
                .first()
                .click();
        giver.dialog().getByLabel("移交原因").fill("请您跟进");
        giver.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("移\\s?交$")))
                .click();
        assertThat(giver.dialog()).hasCount(0);
    }

    /** Both tabs say how many are unread, also while jobs of the demonstration tell of other things. */
    private static void mustRing(Page first, Page second) {
        for (Page page : List.of(first, second)) {
            page.waitForCondition(() -> {
                int unread = notices().get("unread").asInt();
                String name = unread == 0 ? "通知" : "通知，" + unread + " 条未读";
                return name.equals(bell(page).getAttribute("aria-label"));
            });
        }
    }

    /** What is unread of this journey. */
    private static List<JsonNode> told() {
        return notices()
                .get("rows")
                .valueStream()
                .filter(row -> !row.get("isRead").asBoolean()
                        && row.get("text").asString().contains(NAME))
                .toList();
    }

    private static JsonNode notices() {
        try {
            return reader.get("/api/notices");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Locator bell(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^通知")));
    }
}
