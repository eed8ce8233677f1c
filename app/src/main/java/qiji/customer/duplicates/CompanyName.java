package qiji.customer.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiji.records.search.Spelling;

/**
 * A company's name taken apart: {@code core} is without what the same company is written with and without — width, case,
 * script, spaces, punctuation, legal form (有限公司, 集团, Co., Ltd. …) and the region before it; {@code written} still has
 * the region, as its first {@code prefix} characters. [B1]
 *
 * <p>The region stays in the core where it is what tells two apart: before an institution (北京大学) or nothing but a trade
 * (湖北电力), then written short (北京市大学 is 北京大学).
 */
record CompanyName(String core, String written, int prefix, Set<String> regions) {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{〔【<《]([^)\\]}〕】>》]*)[)\\]}〕】>》]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");
    private static final Pattern DOTS = Pattern.compile("[.'’]");
    private static final Pattern HAN_BEFORE_LATIN = Pattern.compile("(?<=\\p{IsHan})(?=[a-z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z},，、;&]+");
    private static final Set<String> LATIN_FORMS = Set.of("""
            co company ltd limited inc incorporated corp corporation llc llp lp plc gmbh ag sa bv nv pte pty kk group holdings
            holding""".split("\\s+"));
    private static final Pattern INSTITUTION = Pattern.compile(
            "(?:大学|学院|学校|中学|小学|幼儿园|医院|银行|政府|委员会|管委会|办公室|中心|协会|学会|法院|检察院|研究院|研究所|设计院|局|厅|部|处|站|队|馆|社|所|院|会)$");
    /** Of a longer one the rest tells enough. */
    private static final int LONGEST_INSTITUTION = 6;
    /** What the largest are called in full, and for short; the longer ones first. */
    private static final List<Map.Entry<String, String>> SHORT_NAMES = List.of(
            Map.entry("中国石油化工", "中石化"),
            Map.entry("中国石化", "中石化"),
            Map.entry("中国石油天然气", "中石油"),
            Map.entry("中国石油", "中石油"),
            Map.entry("中国海洋石油", "中海油"),
            Map.entry("国家电网", "国网"),
            Map.entry("中国工商银行", "工行"),
            Map.entry("中国农业银行", "农行"),
            Map.entry("中国建设银行", "建行"),
            Map.entry("中国人民财产保险", "人保财险"));

    /** Nothing of it is empty unless {@code name} is blank: a name of nothing but legal form stays as it is. */
    static CompanyName of(String name) {
        Set<String> regions = new HashSet<>();
        String folded = Spelling.folded(name);
        String open = squeeze(withoutLatinForms(openBrackets(folded, regions)));
        String written = LegalForm.strippedOf(open);
        Regions.Prefix prefix = Regions.before(written);
        regions.addAll(prefix.names());
        String core = shortened(core(written, prefix, written.equals(open)));
        if (!core.isEmpty()) {
            return new CompanyName(core, written, prefix.length(), regions);
        }
        String whole = squeeze(folded);
        String all = whole.isEmpty() ? folded.strip().toLowerCase(Locale.ROOT) : whole;
        return new CompanyName(all, all, 0, Set.of());
    }

    /** Drops brackets; their content too, where it is but a region or a legal form: 腾讯(北京) is 腾讯. */
    private static String openBrackets(String name, Set<String> regions) {
        return BRACKETS.matcher(name).replaceAll(bracket -> {
            String content = squeeze(bracket.group(1));
            if (Regions.isOne(content)) {
                regions.addAll(Regions.before(content).names());
                return "";
            }
            boolean says = !LegalForm.strippedOf(content).isEmpty();
            return says ? Matcher.quoteReplacement(" " + bracket.group(1) + " ") : "";
        });
    }

    private static String withoutLatinForms(String name) {
        String spaced =
                HAN_BEFORE_LATIN.matcher(DOTS.matcher(name).replaceAll("")).replaceAll(" ");
        List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(spaced)));
        words.removeIf(String::isEmpty);
        int kept = words.size();
        while (kept > 1 && LATIN_FORMS.contains(words.get(kept - 1))) {
            kept--;
        }
        return String.join(" ", words.subList(0, kept));
    }

    private static String squeeze(String name) {
        return NO_LETTER.matcher(name).replaceAll("");
    }

    private static String core(String written, Regions.Prefix prefix, boolean noCompany) {
        String rest = written.substring(prefix.length());
        boolean institution = noCompany
                && rest.length() <= LONGEST_INSTITUTION
                && INSTITUTION.matcher(rest).find();
        return rest.length() < 2 || institution || Trades.areAll(rest) ? prefix.written() + rest : rest;
    }

    private static String shortened(String core) {
        for (var known : SHORT_NAMES) {
            if (core.startsWith(known.getKey())) {
                return known.getValue() + core.substring(known.getKey().length());
            }
        }
        return core;
    }
}
