package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two people assess an opportunity, its director approves the report, it is screened as 暂缓 and deferred; back again it is
 * assessed anew, and becomes 优先. [D6 S3 S8]
 */
@ExtendWith(Demonstration.Shared.class)
class AssessmentJourney {
    private static final Path PICTURES = Path.of("target/pictures/assessment");

    private static Demonstration demo;
    private static Client client;
    private static Chromium chromium;
    private static String name;

    @BeforeAll
    static void prepare(Demonstration shared) throws IOException, InterruptedException {
        demo = shared;
        client = demo.client("客户经理");
        chromium = new Chromium();
        name = "评估旅程" + System.nanoTime() % 100_000;
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static Person person(String role, String folder) {
        return new Person(
                chromium.signIn(demo.address(), demo.account(role)), demo.address(), PICTURES.resolve(folder));
    }

    private static String deal() throws IOException, InterruptedException {
        String id = client.confirmed(
                        "POST", "/api/opportunities", "{\"name\": \"%s\", \"expectedAmount\": 12000}".formatted(name))
                .get("id")
                .asString();
        String filter = "{\"field\":\"username\",\"op\":\"is\",\"value\":\"%s\"}"
                .formatted(demo.account("支撑经理").username());
        String supporter = demo.client("系统管理员")
                .get("/api/records/user?limit=1&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .at("/rows/0/id")
                .asString();
        client.confirmed(
                "POST",
                "/api/opportunities/" + id + "/team",
                "{\"userId\": %s, \"role\": \"SOLUTION\"}".formatted(supporter));
        return id;
    }

    @Test
    void isDeferredAndComesBack() throws IOException, InterruptedException {
        String deal = deal();
        String page = "/opportunities/" + deal + "?tab=assessment";
        Person seller = person("客户经理", "seller");
        Person supporter = person("支撑经理", "supporter");
        Person director = person("政企中心主任", "director");

        begin(seller, page);
        rate(seller, page, "稳定 75", "不明朗 50", "较低 50", "一般 50");
        risk(seller);
        supporter.page.setViewportSize(390, 844);
        rate(supporter, page, "稳定 75", "不明朗 50", "较低 50", "差 25");
        supporter.snap("rated-on-a-phone");
        fits(supporter);
        send(seller, page);
        approve(director);

        seller.open(page);
        assertThat(seller.page.getByText("53.13").first()).isVisible();
        Chromium.settle(seller.page);
        seller.snap("approved");
        assertThat(of(deal, "screening")).isEqualTo("DEFER");
        seller.button("暂缓到唤醒日期").click();
        Locator day = seller.dialog().getByLabel("唤醒日期");
        day.fill(LocalDate.now().plusDays(30).toString());
        day.press("Enter");
        seller.dialog().getByLabel("暂缓原因").fill("评估结论");
        confirm(seller, "暂缓");
        assertThat(of(deal, "status")).isEqualTo("DEFERRED");
        client.confirmed("POST", "/api/opportunities/" + deal + "/resumption", "{}");

        begin(seller, page);
        rate(seller, page, "旺盛 100", "有利 100", "较高 75", "好 100");
        rate(supporter, page, "旺盛 100", "可控 75", "较高 75", "好 100");
        send(seller, page);
        approve(director);
        assertThat(of(deal, "screening")).isEqualTo("PRIORITY");
        seller.open(page);
        assertThat(seller.page.getByText("第 1 次评估")).isVisible();
        Chromium.settle(seller.page);
        seller.snap("assessed-anew");
        report(seller);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static String of(String deal, String field) throws IOException, InterruptedException {
        return client.get("/api/opportunities/" + deal).at("/values/" + field).asString();
    }

    private static void begin(Person person, String page) {
        person.open(page);
        person.button("开始评估").click();
        confirm(person, "开始评估");
    }

    private static void rate(Person person, String page, String... levels) {
        person.open(page);
        person.button("我来评分").click();
        for (String level : levels) {
            person.dialog()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(level).setExact(true))
                    .click();
        }
        person.dialog().getByLabel("市场需求：说明").fill("客户年内要上");
        person.snap("rate");
        confirm(person, "保存评分");
    }

    private static void risk(Person person) {
        person.button("登记风险").click();
        person.dialog()
                .getByLabel("风险", new Locator.GetByLabelOptions().setExact(true))
                .fill("对手低价");
        confirm(person, "保存");
        assertThat(person.page.getByText("3 × 3 = 9，中")).isVisible();
    }

    private static void send(Person person, String page) {
        person.open(page);
        person.button("送审").click();
        assertThat(person.dialog().getByText("政企中心主任")).isVisible();
        person.snap("send");
        confirm(person, "送审");
        assertThat(person.page.getByText("审批中").first()).isVisible();
    }

    private static void approve(Person director) {
        director.open("/approvals");
        director.page.getByText(name).first().click();
        Chromium.settle(director.page);
        director.snap("request");
        director.button("同意").click();
        confirm(director, "同意");
        assertThat(director.page.getByText("已同意").first()).isVisible();
    }

    private static void report(Person person) {
        person.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("评估报告"))
                .first()
                .click();
        var pdf = person.page.waitForDownload(() -> person.button("下载 PDF").click());
        assertThat(pdf.failure()).isNull();
        pdf.saveAs(PICTURES.resolve("report.pdf"));
        Chromium.settle(person.page);
        person.snap("report");
    }

    private static void fits(Person person) {
        assertThat(person.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .isEqualTo(false);
    }

    private static void confirm(Person person, String verb) {
        String loose = verb.length() == 2 ? verb.charAt(0) + "\\s?" + verb.charAt(1) : verb;
        person.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + loose + "$")))
                .click();
        assertThat(person.dialog()).hasCount(0);
    }
}
