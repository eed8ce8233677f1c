package qiji.customer.duplicates;

/** What tells companies apart although it is but a character: numbers, sides, sizes, trades, branches, places. */
final class TellingWords {
    private static final String CHARACTERS = "0123456789一二三四五六七八九十百千万两零〇壹贰叁肆伍甲乙丙丁戊己庚辛东南西北中上下左右前后内外大小新老旧男女分总子父母";

    private TellingWords() {}

    /** Whether {@code slip} between two names is such a difference and no slip. */
    static boolean differ(Slip slip, String longer, String shorter) {
        return areTelling(slip) || areTrades(longer, shorter) || arePlaces(slip, longer, shorter);
    }

    private static boolean areTelling(Slip slip) {
        return isTelling(slip.one()) && (slip.other().isEmpty() || isTelling(slip.other()));
    }

    private static boolean isTelling(String text) {
        return text.chars().allMatch(it -> CHARACTERS.indexOf(it) >= 0);
    }

    /** Two trades that are both known: 宏达电子 and 宏达电器. */
    private static boolean areTrades(String longer, String shorter) {
        int one = Trades.begin(longer);
        int other = Trades.begin(shorter);
        return one == other
                && one < longer.length()
                && one < shorter.length()
                && longer.substring(0, one).equals(shorter.substring(0, one));
    }

    private static boolean arePlaces(Slip slip, String longer, String shorter) {
        return Regions.reachesOver(longer, slip.at()) && Regions.reachesOver(shorter, slip.at());
    }
}
