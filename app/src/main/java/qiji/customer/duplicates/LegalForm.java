package qiji.customer.duplicates;

import java.util.List;
import java.util.regex.Pattern;

/** The legal form at the end of a Chinese company's name, also with one slip in it. */
final class LegalForm {
    private static final Pattern LIMITED = Pattern.compile("(?:股份)?(?:有限责任公司|有限公司|责任公司)$");
    private static final Pattern OTHER =
            Pattern.compile("股份公司$|总公司$|(?<!分|子|支)公司$|集团$|股份$|有限$|(?:有限|普通|特殊普通)合伙$|合伙企业$");
    private static final List<String> LONG_FORMS = List.of("有限责任公司", "股份有限公司", "有限公司");
    private static final List<Slip.Kind> LIKELIEST = List.of(Slip.Kind.SWAPPED, Slip.Kind.MISSING, Slip.Kind.WRONG);
    private static final int SHORTEST_REST = 2;

    private LegalForm() {}

    /** {@code name} without it, once and again: 集团股份有限公司. Empty if it is nothing else. */
    static String strippedOf(String name) {
        String core = LIMITED.matcher(name).replaceFirst("");
        core = core.equals(name) ? withoutMistyped(name) : core;
        for (String next = once(core); !next.equals(core); next = once(core)) {
            core = next;
        }
        return core;
    }

    private static String once(String name) {
        return OTHER.matcher(LIMITED.matcher(name).replaceFirst("")).replaceFirst("");
    }

    /** A character that does not belong to the form may be the last one of the name, as in 工有贸限公司. */
    private static String withoutMistyped(String name) {
        if (name.indexOf('公') < 0 && name.indexOf('司') < 0) {
            return name;
        }
        for (Slip.Kind kind : LIKELIEST) {
            for (String form : LONG_FORMS) {
                for (int length = form.length() + 1; length >= form.length() - 1; length--) {
                    int from = name.length() - length;
                    Slip slip = from < SHORTEST_REST ? null : Slip.between(form, name.substring(from));
                    if (slip != null && slip.kind() == kind) {
                        return name.substring(0, from) + (length > form.length() ? slip.one() : "");
                    }
                }
            }
        }
        return name;
    }
}
