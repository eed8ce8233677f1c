package qiji.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Headquarters lowers a limit of the grades: drafted, tried against the past, published for a later day, withdrawn. [X7] [D3] */
@ExtendWith(Demonstration.Shared.class)
class RuleJourney {
    private static final Path PICTURES = Path.of("target/pictures/rules");
    private static final String DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(40).toString();

    private static Chromium chromium;
    private static Person person;

    @BeforeAll
    static void prepare(Demonstration demo) throws IOException, InterruptedException {
        chromium = new Chromium();
        person = new Person(chromium.signIn(demo.address(), demo.account("系统管理员")), demo.address(), PICTURES);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void changesALimitAfterTryingIt() {
        person.open("/settings/rules");
        person.page.getByText("商机分级").click();
        assertThat(person.page.getByText("系统预置的规定")).isVisible();
        person.button("起草新版").click();
        person.dialog().getByLabel("重大，起点（元）").fill("150000");
        person.button("保存草稿").click();
        assertThat(edition().getByRole(AriaRole.INSERTION)).hasText("重大：150,000 元起，由分公司经理确认");

        person.button("开始试算").click();
        Locator outcome = person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("试算结果"));
        outcome.waitFor();
        assertThat(outcome.getByText(Pattern.compile("^[1-9][\\d,]* 条会变化$"))).isVisible();
        assertThat(outcome.getByText("重要 → 重大").first()).isVisible();
        person.snap("sandbox");
        outcome.getByRole(AriaRole.LINK).first().click();
        person.page.waitForURL(Pattern.compile("/opportunities/\\d+"));
        person.page.goBack();

        publish();
        assertThat(edition().getByText("待生效")).isVisible();
        assertThat(edition().getByText("第 1 版，自 " + DAY + " 起")).isVisible();
        person.snap("published");
        withdraw();
        assertThat(edition().getByText("已撤回")).isVisible();
    }

    /** Stage D asks for evidence: which moves would have been refused, without saving anything. [X7] [D5] */
    @Test
    void triesGatesOfAProcessBeforeTheyAreSaved() {
        person.open("/settings/processes");
        person.page.getByText("政企销售").first().click();
        // Of the process, not of the list of processes, which names its stages too.
        Locator stage = person.page.locator("nav button").filter(new Locator.FilterOptions().setHasText("商务谈判"));
        stage.click();
        assertThat(stage).hasAttribute("aria-current", "true");
        person.page.getByLabel("须有上一阶段验证标志的材料（附件中标记）").check();
        person.button("开始试算").click();
        Locator outcome = person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("试算结果"));
        outcome.waitFor();
        assertThat(outcome.getByText(Pattern.compile("^比较了 [1-9]"))).isVisible();
        assertThat(outcome.getByText("验证材料：框架性合作意向").first()).isVisible();
        assertThat(outcome.getByText("可以推进 → 不能推进").first()).isVisible();
        person.snap("gates");
    }

    private static void publish() {
        edition().getByRole(AriaRole.BUTTON, named("发")).click();
        person.dialog().getByLabel("生效日").fill(DAY);
        person.page.keyboard().press("Enter");
        person.dialog().getByLabel("理由").fill("分公司建议");
        person.dialog().getByRole(AriaRole.BUTTON, named("发")).click();
        assertThat(person.dialog()).hasCount(0);
    }

    private static void withdraw() {
        edition().getByRole(AriaRole.BUTTON, named("撤")).click();
        person.dialog().getByLabel("理由").fill("再议");
        person.dialog().getByRole(AriaRole.BUTTON, named("撤")).click();
        assertThat(person.dialog()).hasCount(0);
    }

    /** Two Chinese characters on a button get a space between them. */
    private static Locator.GetByRoleOptions named(String first) {
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + first + "\\s?.$"));
    }

    /** The one on top. */
    private static Locator edition() {
        return person.page
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("版本"))
                .locator("li:has(h3)")
                .first();
    }
}
