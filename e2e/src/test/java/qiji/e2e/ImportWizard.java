package qiji.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The import wizard in the hands of somebody: a file, its columns, the attempt, the load. [X3] */
final class ImportWizard {
    private static final double LONGEST_LOAD_MILLIS = 120_000;

    private final Person person;
    private final Page page;

    ImportWizard(Person person) {
        this.person = person;
        this.page = person.page;
    }

    void takes(String type, Path file) {
        person.open("/imports?type=" + type);
        page.locator("input[type=file]").setInputFiles(file);
        page.getByText("左边是文件的列和样例").waitFor();
    }

    /** The column becomes these fields, whatever was proposed. */
    void feed(String column, String... fields) {
        Locator row = column(column);
        Locator select = page.getByLabel(column + " 对应的字段", new Page.GetByLabelOptions().setExact(true));
        List<String> wanted = List.of(fields);
        List<String> chosen = row.locator(".ant-select-selection-item-content").allInnerTexts();
        for (String field : chosen) {
            if (!wanted.contains(field)) {
                row.locator(".ant-select-selection-item")
                        .filter(new Locator.FilterOptions().setHasText(field))
                        .locator(".ant-select-selection-item-remove")
                        .click();
            }
        }
        for (String field : wanted) {
            if (!chosen.contains(field)) {
                person.choose(select, field);
            }
        }
    }

    private Locator column(String name) {
        return page.locator("li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "strong",
                                new Page.LocatorOptions()
                                        .setHasText(Pattern.compile("^" + Person.literal(name) + "$")))));
    }

    void onMissingCreate(String field) {
        person.choose(page.getByLabel(field + " 不存在时"), "不存在则新建");
    }

    void replace(String column, String field, Map<String, String> pairs) {
        column(column)
                .locator("div")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + field + "\\s*替换")))
                .getByRole(AriaRole.BUTTON)
                .first()
                .click();
        int at = 1;
        for (var pair : pairs.entrySet()) {
            page.getByLabel("第 " + at + " 个原值").fill(pair.getKey());
            page.getByLabel("第 " + at + " 个新值").fill(pair.getValue());
            at++;
        }
        person.dialog().getByText(Pattern.compile("确\\s?定")).click();
        person.dialog().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void fixed(String field, String text) {
        Locator input = page.getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + field + "( \\*)?$")))
                .last();
        if (input.count() == 0) {
            person.choose(page.getByLabel("为其他字段设固定值"), field);
        }
        input.fill(text);
    }

    void keyed(String field) {
        person.choose(page.getByLabel("按它找到已有记录并更新"), field);
    }

    void attempt() {
        person.button("试运行").click();
        figure("可导入").waitFor(patiently());
    }

    Locator figure(String label) {
        return page.locator("dt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + label + "$")))
                .locator("xpath=following-sibling::dd[1]")
                .first();
    }

    /** Takes what the dry run proposes, and tries again. */
    void takesTheProposal() {
        person.button("替换并重试").click();
        page.getByText("没有发现问题").waitFor(patiently());
    }

    void loads(String rows) {
        person.button("导入 " + rows + " 行").click();
        page.getByText("导入完成").waitFor(patiently());
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(LONGEST_LOAD_MILLIS);
    }
}
