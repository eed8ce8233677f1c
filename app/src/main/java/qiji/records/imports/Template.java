package qiji.records.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fixed text in which {@code {column}} stands for what the cell of that column means, as {@code {product} · {account}}. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    /** What joins two parts has nothing to join where one of them is empty. */
    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s·・|/,，、:：–—-]+|[\\s·・|/,，、:：–—-]+$");

    private Template() {}

    static List<String> columns(String template) {
        return PLACE.matcher(template).results().map(found -> found.group(1)).toList();
    }

    static String fill(String template, Map<String, String> cells) {
        var matcher = PLACE.matcher(template);
        if (!matcher.find()) {
            return template;
        }
        var filled = matcher.replaceAll(found ->
                Matcher.quoteReplacement(cells.getOrDefault(found.group(1), "").strip()));
        return LOOSE_ENDS.matcher(filled).replaceAll("");
    }
}
