package qiji.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What somebody does at a page: opens, presses, chooses, and takes pictures on the way. */
final class Person {
    final Page page;
    private final String address;
    private final Path pictures;
    private int picture;

    Person(Page page, String address, Path pictures) {
        this.page = page;
        this.address = address;
        this.pictures = pictures;
    }

    void open(String path) {
        page.navigate(address + path);
        page.locator("main").waitFor();
    }

    /** Where the page is now, without the server and what is asked of it. */
    String path() {
        return page.url().replace(address, "").replaceAll("\\?.*", "");
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    void submit() {
        dialog().locator("button[type=submit]").click();
    }

    /** Two Chinese characters on a button get a space between them. */
    Locator button(String text) {
        String loose = text.length() == 2 ? text.charAt(0) + "\\s?" + text.charAt(1) : literal(text);
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("(^|\\s)" + loose + "$")));
    }

    /** Takes an option of a select. */
    void choose(Locator select, String option) {
        select.evaluate("it => it.scrollIntoView({ block: 'center' })"); // room for what opens below
        select.click();
        page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
                .getByTitle(option, new Locator.GetByTitleOptions().setExact(true))
                .dispatchEvent("click"); // wherever the list has just come to lie
        page.keyboard().press("Escape");
    }

    void snap(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(pictures.resolve("%02d-%s.png".formatted(++picture, name))));
    }

    /** The text as a pattern of the browser, which knows no quoting. */
    static String literal(String text) {
        return text.replaceAll("[\\\\^$.*+?()\\[\\]{}|]", "\\\\$0");
    }
}
