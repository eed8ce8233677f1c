package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On the board a gate refuses; what is missing is filled in the dialog, and the move succeeds. Going back asks why. The stage
 * is worked in: a question answered, its evidence uploaded. [S17 D5]
 */
@ExtendWith(Demonstration.Shared.class)
class StageJourney {
    private static final Path PICTURES = Path.of("target/pictures/stage");

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

    @Test
    void fillsWhatTheGateMissesAndGoesOnAndBack() throws IOException, InterruptedException {
        String name = "阶段旅程" + System.nanoTime() % 100_000;
        String customer =
                seller.get("/api/records/customer?limit=1").at("/rows/0/id").asString();
        String deal = seller.confirmed(
                        "POST",
                        "/api/opportunities",
                        "{\"name\": \"%s\", \"customer\": \"%s\", \"expectedSignOn\": \"2027-03-01\"}"
                                .formatted(name, customer))
                .get("id")
                .asString();
        Page page = chromium.signIn(demo.address(), demo.account("客户经理"));
        Person person = new Person(page, demo.address(), PICTURES);
        String filter = Client.encoded("{\"field\":\"name\",\"op\":\"is\",\"value\":\"" + name + "\"}");
        person.open("/opportunities?show=BOARD&lanes=stage&filter=" + filter);
        drop(page, name, "确认商机");

        Locator dialog = person.dialog();
        assertThat(dialog.getByText("预计金额").first()).isVisible();
        person.snap("gate-on-the-board");
        dialog.getByLabel("预计金额").fill("230000");
        for (String proof : new String[] {"需求：依据", "关键决策人（KP）：依据", "预算：依据"}) {
            dialog.getByLabel(proof).fill("客户在拜访中说明");
        }
        dialog.locator("button", new Locator.LocatorOptions().setHasText("保存并继续"))
                .click();
        assertThat(dialog).isHidden();
        assertThat(stage(deal)).isEqualTo("确认商机");

        drop(page, name, "了解商机");
        dialog.getByLabel("退回原因").fill("需求有变，重新了解");
        person.snap("back");
        dialog.locator("button", new Locator.LocatorOptions().setHasText("退"))
                .last()
                .click();
        assertThat(dialog).isHidden();
        assertThat(stage(deal)).isEqualTo("了解商机");

        workInTheStage(person, deal);
    }

    private static void workInTheStage(Person person, String deal) throws IOException, InterruptedException {
        Page page = person.page;
        person.open("/opportunities/" + deal);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A 了解商机"))
                .first()
                .click();
        Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("A 了解商机"));
        Locator question = panel.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("诊断问题"))
                .getByRole(AriaRole.TEXTBOX)
                .first();
        question.fill("客户要新建");
        question.blur();
        panel.locator("input[type=file]")
                .setInputFiles(new FilePayload("纪要.txt", "text/plain", "拜访".getBytes(StandardCharsets.UTF_8)));
        assertThat(panel.getByText("纪要.txt")).isVisible();
        Chromium.settle(page);
        person.snap("stage-panel");
        String first =
                seller.get("/api/opportunities/" + deal).at("/path/0/stageId").asString();
        assertThat(seller.get("/api/opportunities/" + deal + "/stages/" + first)
                        .at("/questions/0/answer")
                        .asString())
                .isEqualTo("客户要新建");
        page.setViewportSize(390, 844);
        Chromium.settle(page);
        person.snap("stage-panel-on-a-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .isEqualTo(false);
    }

    /** Carries the card into a lane with the mouse. */
    private static void drop(Page page, String name, String stage) {
        BoundingBox card = page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name))
                .boundingBox();
        BoundingBox lane = page.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(stage).setExact(true))
                .boundingBox();
        page.mouse().move(card.x + card.width / 2, card.y + card.height / 2);
        page.mouse().down();
        page.mouse().move(lane.x + lane.width / 2, lane.y + lane.height / 2, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
    }

    private static String stage(String deal) throws IOException, InterruptedException {
        return seller.get("/api/opportunities/" + deal)
                .at("/values/stage/label")
                .asString();
    }
}
