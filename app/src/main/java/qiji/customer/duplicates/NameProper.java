package qiji.customer.duplicates;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a name by which it is called: behind the company that it belongs to, before its words of trade. That of
 * 中国邮政集团公司宏达支局 is 宏达.
 */
record NameProper(int from, int to, boolean isBranch) {
    private static final Pattern OWNER = Pattern.compile("(?:公司|联社|合作社|供销社|集团|银行|行|中石化|中石油)(?=.{2})");

    /** The one around or before the character at {@code at}, in two names that are the same but for that. */
    static NameProper at(int at, String longer, String shorter) {
        int from = 0;
        int to = Math.max(Trades.begin(longer), Trades.begin(shorter));
        Matcher owner = OWNER.matcher(longer);
        while (owner.find()) {
            if (owner.end() <= at) {
                from = owner.end();
            }
        }
        boolean known = Trades.begin(longer) != Trades.begin(shorter);
        return new NameProper(
                from, known ? Math.min(to, Math.min(Trades.begin(longer), Trades.begin(shorter))) : to, from > 0);
    }

    boolean holds(int at) {
        return at >= from && at < to;
    }

    int length() {
        return Math.max(0, to - from);
    }
}
