package qiji.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list as somebody works with it: its filter, columns, views and rows. */
final class ListPage {
    final Page page;

    ListPage(Page page) {
        this.page = page;
    }

    /** What the address says of the list. */
    Map<String, String> state() {
        String query = URI.create(page.url()).getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&", -1))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(
                                part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    /** The filter of the address; empty where it has none. */
    String filter() {
        return state().getOrDefault("filter", "");
    }

    Locator number() {
        return page.locator("main header [aria-live]");
    }

    static String records(int count) {
        return "%,d 条".formatted(count);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator box(String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Adds a condition to the one that is being built; {@code words} are an option, or keys that lead to it. */
    void condition(String field, String operator, String... words) {
        choose(box("选择字段").last(), field);
        choose(box("条件").last(), operator);
        for (String word : words) {
            choose(box("值").last(), word);
        }
        page.locator("form strong, form p").first().click(); // what opened closes
    }

    /** Takes an option of a select, found by its words. */
    void choose(Locator select, String option) {
        select.click();
        if (Boolean.TRUE.equals(select.evaluate("it => !it.readOnly"))) {
            select.fill(option);
        }
        page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
                .getByTitle(option, new Locator.GetByTitleOptions().setExact(true))
                .dispatchEvent("click");
    }

    void sortBy(String column, boolean also) {
        Locator head = page.getByRole(
                        AriaRole.COLUMNHEADER,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + Person.literal(column))))
                .getByRole(AriaRole.BUTTON);
        head.focus();
        page.keyboard().press(also ? "Shift+Enter" : "Enter");
    }

    /** An entry of the menu beside the views. */
    void viewMenu(String entry) {
        button("视图操作").click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Ends a dialog by its main button. */
    void confirm() {
        dialog().locator(".ant-btn-primary").click();
    }

    /** The window of all keys, as text. */
    String keys() {
        page.keyboard().press("?");
        String keys = dialog().textContent();
        page.keyboard().press("Escape");
        return keys;
    }
}
