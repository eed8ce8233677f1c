package qiji.platform.tabular;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running text as a formula: in CSV files such a text stands behind an apostrophe. Taking it off
 * again gives the very text that was guarded.
 */
final class FormulaGuard {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private FormulaGuard() {}

    /** A plain number such as -12.50 needs no guard. */
    static String put(String text) {
        return looksLikeFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String takeOff(String text) {
        return text.startsWith("'") && looksLikeFormula(text) ? text.substring(1) : text;
    }

    private static boolean looksLikeFormula(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && FORMULA_STARTS.indexOf(text.charAt(i)) >= 0;
    }
}
