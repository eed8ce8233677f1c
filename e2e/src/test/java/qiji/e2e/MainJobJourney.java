package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job by its pages only: a first start, the company, its way of selling, its real people, customers, products
 * and 8,800 opportunities; then one of them is moved, won and found again. [X3 D2 D5 A1]
 */
class MainJobJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final Path PICTURES = Path.of("target/pictures/main-job");
    private static final double LONGEST_WAIT_MILLIS = 20_000;

    @TempDir
    Path data;

    @SuppressWarnings("NullAway.Init") // the test makes them first
    private Person person;

    @SuppressWarnings("NullAway.Init")
    private ImportWizard wizard;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @Test
    void loadsTheRealCompanyAndSells() {
        Path folder = RealData.folder("crm-sales-opportunities");
        try (RunningQiji qiji = RunningQiji.start(data, Map.of());
                Chromium chromium = new Chromium()) {
            page = chromium.open(1440, 900, false);
            setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS); // on a machine at work, with 8,800 cards on the board
            person = new Person(page, qiji.address(), PICTURES);
            wizard = new ImportWizard(person);
            setPassword(qiji);
            foundTheCompany();
            defineTheProcess();
            loadPeople(folder.resolve("sales_teams.csv"));
            loadAccounts(folder.resolve("accounts.csv"));
            loadProducts(folder.resolve("products.csv"));
            Instant begin = Instant.now();
            loadPipeline(folder.resolve("sales_pipeline.csv"));
            System.out.println("8,800 opportunities tried, mended and loaded by the page in "
                    + Duration.between(begin, Instant.now()));
            seeTheFigures();
            String number = moveAndWin();
            findAgain(number);
            assertThat(chromium.complaints())
                    .filteredOn(said -> !said.contains("/setup") && !said.contains("401") && !said.contains("409"))
                    .isEmpty();
        }
    }

    private void setPassword(RunningQiji qiji) {
        Matcher link = Pattern.compile("http://\\S+/setup\\?token=\\S+").matcher(qiji.output());
        page.navigate(link.results().findFirst().orElseThrow().group());
        page.locator("input[type=password]").nth(0).fill(PASSWORD);
        page.locator("input[type=password]").nth(1).fill(PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("nav").first()).isVisible();
    }

    private void foundTheCompany() {
        person.open("/settings/departments");
        person.button("新建部门").first().click();
        person.dialog().getByLabel("名称").first().fill("总部");
        person.submit();
        assertThat(page.getByText("总部").first()).isVisible();
        person.open("/settings/users");
        person.button("新建用户").first().click();
        person.dialog().getByLabel("姓名").fill("李雷");
        person.dialog().getByLabel("用户名").fill("lilei");
        person.submit();
        assertThat(page.getByRole(AriaRole.HEADING).filter(new Locator.FilterOptions().setHasText("李雷")))
                .isVisible();
    }

    private void defineTheProcess() {
        person.open("/settings/processes/new");
        page.getByLabel("流程名称").fill("Hardware sales");
        page.getByLabel("编码").fill("HARDWARE");
        stage("Prospecting", "P");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("阶段"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("未命名"))
                .first()
                .click();
        stage("Won", "W");
        person.button("添加").click();
        stage("Engaging", "E");
        page.getByLabel("赢率").fill("40");
        person.choose(page.getByLabel("必填字段"), "预计金额");
        person.snap("process");
        person.button("保存").click();
        assertThat(page.getByText("Prospecting 10%")).isVisible();
    }

    private void stage(String name, String code) {
        page.getByLabel("阶段名称").fill(name);
        page.getByLabel("代码").fill(code);
    }

    private void loadPeople(Path file) {
        wizard.takes("user", file);
        wizard.feed("sales_agent", "姓名");
        wizard.feed("manager", "上级");
        wizard.onMissingCreate("上级");
        wizard.feed("regional_office", "部门");
        wizard.onMissingCreate("部门");
        wizard.keyed("姓名");
        wizard.attempt();
        assertThat(wizard.figure("可导入")).hasText("35");
        wizard.loads("35");
        assertThat(wizard.figure("新建")).hasText("35");
        assertThat(wizard.figure("随之新建")).hasText("9");
    }

    private void loadAccounts(Path file) {
        wizard.takes("customer", file);
        wizard.feed("account", "客户名称");
        wizard.feed("sector", "行业");
        wizard.onMissingCreate("行业");
        wizard.keyed("客户名称");
        wizard.attempt();
        wizard.loads("85");
        assertThat(wizard.figure("新建")).hasText("85");
    }

    private void loadProducts(Path file) {
        wizard.takes("product", file);
        wizard.feed("product", "产品名称");
        wizard.keyed("产品名称");
        wizard.attempt();
        wizard.loads("7");
        assertThat(wizard.figure("新建")).hasText("7");
    }

    /** As the file is: {@code GTXPro} is no product, and a lost one was lost while engaging. */
    private void loadPipeline(Path file) {
        wizard.takes("opportunity", file);
        wizard.feed("opportunity_id", "外部编号");
        wizard.feed("sales_agent", "负责人");
        wizard.feed("product", "产品");
        wizard.feed("account", "客户");
        wizard.feed("deal_stage", "阶段", "状态");
        wizard.replace("deal_stage", "阶段", Map.of("Lost", "Engaging"));
        wizard.replace("deal_stage", "状态", Map.of("Prospecting", "OPEN", "Engaging", "OPEN"));
        wizard.feed("engage_date", "商机日期");
        wizard.feed("close_date", "关闭日期");
        wizard.feed("close_value", "成交金额");
        wizard.fixed("销售流程", "Hardware sales");
        wizard.fixed("商机名称", "{product} · {account}");
        wizard.keyed("外部编号");
        person.snap("mapping");
        wizard.attempt();
        assertThat(wizard.figure("可导入")).hasText("7,320");
        assertThat(wizard.figure("有问题")).hasText("1,480");
        person.snap("dry-run");
        wizard.takesTheProposal();
        assertThat(wizard.figure("可导入")).hasText("8,800");
        wizard.loads("8,800");
        assertThat(wizard.figure("新建")).hasText("8,800");
        person.snap("result");
    }

    private void seeTheFigures() {
        person.open("/opportunities");
        for (var figure :
                Map.of("赢单", "4,238 条", "失败", "2,473 条", "跟进中", "2,089 条").entrySet()) {
            page.locator(".ant-segmented-item-label")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + figure.getKey() + "$")))
                    .click();
            assertThat(page.getByText(figure.getValue()).first()).isVisible();
        }
        person.snap("list");
        person.open("/opportunities/board");
        person.choose(page.getByLabel("销售流程"), "Hardware sales");
        assertThat(lane("Prospecting")).containsText("500");
        assertThat(lane("Engaging")).containsText("1,589");
        person.snap("board");
    }

    /** Its number. The board shows a move before the server has said yes; only with that its dialog goes. */
    private String moveAndWin() {
        Locator card = lane("Prospecting").getByRole(AriaRole.ARTICLE).first();
        String name = card.getByRole(AriaRole.LINK).first().innerText();
        String path = card.getByRole(AriaRole.LINK).first().getAttribute("href");
        card.getByRole(AriaRole.BUTTON).first().click();
        page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("Engaging"))
                .click();
        assertThat(person.dialog()).containsText("还差 1 项");
        person.snap("refused");
        person.dialog()
                .getByRole(AriaRole.SPINBUTTON, new Locator.GetByRoleOptions().setName("预计金额"))
                .fill("4821");
        person.dialog().getByText("保存并继续").click();
        assertThat(person.dialog()).isHidden();
        assertThat(lane("Engaging")).containsText("1,590");
        assertThat(lane("Prospecting")).containsText("499");
        person.open(path);
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText(name);
        Locator header = page.locator("main header");
        String number = header.getByText(Pattern.compile("SJ-\\d{6}-\\d{6,}")).innerText();
        person.button("赢单").first().click();
        person.dialog().getByText("确认赢单").click();
        assertThat(person.dialog()).isHidden();
        assertThat(header.getByText("赢单", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(header.getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("赢\\s?单"))))
                .hasCount(0);
        person.snap("won");
        return number;
    }

    private void findAgain(String number) {
        person.open("/");
        page.keyboard().press("Control+K");
        person.dialog().locator("input").first().fill(number);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(number))
                .first()
                .click();
        page.locator("main header")
                .filter(new Locator.FilterOptions().setHasText(number))
                .waitFor();
        person.open(person.path() + "?tab=history");
        Locator history = page.getByRole(AriaRole.TABPANEL);
        for (String told : List.of("Prospecting", "Engaging", "4,821", "赢单")) {
            assertThat(history.getByText(told).first()).isVisible();
        }
        person.snap("history");
    }

    private Locator lane(String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }
}
