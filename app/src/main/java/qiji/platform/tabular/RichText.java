package qiji.platform.tabular;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as workbooks write it: in runs, some of them only phonetic hints, characters that XML forbids as _x0001_. */
final class RichText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /** Reads up to the end of the element {@code end}, in which {@code xml} stands. */
    static String read(WorkbookXml xml, String end, int limit, long row) throws IOException {
        var text = new StringBuilder();
        while (xml.next() && !xml.isEnd(end)) {
            if (xml.isStart("t")) {
                xml.readText(text, limit, row);
            } else if (xml.isStart("rPh")) {
                xml.skip();
            }
        }
        return unescape(text.toString());
    }

    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(found -> {
            var character = String.valueOf((char) Integer.parseInt(found.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }

    /** Makes every Java string storable; {@link #unescape} gives it back. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                escaped.append(c).append(text.charAt(++i));
            } else if (isForbidden(c)
                    || (c == '_'
                            && ESCAPE.matcher(text).region(i, text.length()).lookingAt())) {
                escaped.append("_x%04X_".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isForbidden(char c) {
        return (c < 0x20 && c != '\t' && c != '\n') || Character.isSurrogate(c) || c >= 0xFFFE;
    }
}
