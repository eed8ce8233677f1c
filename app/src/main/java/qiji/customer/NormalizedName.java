package qiji.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's name without what the same company is written with and without: width, case, spaces, punctuation, legal
 * form (有限公司, 集团, Co., Ltd. …) and the region before it. Equal for likely duplicates, no proof of them. [B1]
 *
 * <p>The region stays where it is what tells two apart: before an institution (北京大学) or nothing but a trade (湖北电力),
 * then written short (北京市大学 is 北京大学).
 */
public final class NormalizedName {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{〔【<《]([^)\\]}〕】>》]*)[)\\]}〕】>》]");
    private static final Pattern LEGAL_FORM =
            Pattern.compile("(?:股份)?(?:有限责任公司|有限公司|责任公司)$|股份公司$|(?<!分|子)公司$|集团$|股份$|\\(?(?:有限|普通|特殊普通)合伙\\)?$|合伙企业$");
    private static final Set<String> LATIN_FORMS = Set.of(
            "co",
            "company",
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "llc",
            "llp",
            "lp",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "nv",
            "pte",
            "pty",
            "kk",
            "group",
            "holdings",
            "holding");
    private static final Pattern INSTITUTION = Pattern.compile(
            "(?:大学|学院|学校|中学|小学|幼儿园|医院|银行|政府|委员会|管委会|办公室|中心|协会|学会|法院|检察院|研究院|研究所|设计院|局|厅|部|处|站|队|馆|社|所|院|会)$");
    private static final Pattern ONLY_TRADE =
            Pattern.compile("(?:电力|移动|联通|电信|通信|烟草|石油|石化|化工|燃气|热力|水务|自来水|供水|供电|地铁|轨道|公交|机场|航空|港口|港务|邮政|铁路|高速|公路"
                    + "|建工|建设|建筑|工程|交通|运输|物流|科技|技术|信息|软件|网络|贸易|商贸|投资|控股|实业|发展|产业|金融|保险|证券|能源|环保|环境|水利|农业|旅游|文化|教育|传媒"
                    + "|广播|电视|电视台|钢铁|汽车|服务|管理|咨询|国际|城市|城投|地产|房地产|置业|物业)*");

    private NormalizedName() {}

    /** Never empty unless {@code name} is blank: a name of nothing but legal form stays as it is. */
    public static String of(String name) {
        String folded = fold(name);
        String open = squeeze(withoutLatinForms(openBrackets(folded)));
        String core = withoutRegion(withoutLegalForm(open));
        if (!core.isEmpty()) {
            return core;
        }
        String whole = squeeze(folded);
        return whole.isEmpty() ? folded.strip() : whole;
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Drops brackets; their content too, where it is but a region or a legal form: 腾讯(北京) is 腾讯. */
    private static String openBrackets(String name) {
        return BRACKETS.matcher(name).replaceAll(bracket -> {
            String content = squeeze(bracket.group(1));
            boolean says = !Regions.isOne(content) && !withoutLegalForm(content).isEmpty();
            return says ? Matcher.quoteReplacement(" " + bracket.group(1) + " ") : "";
        });
    }

    private static String withoutLatinForms(String name) {
        String spaced = name.replaceAll("[.'’]", "").replaceAll("(?<=\\p{IsHan})(?=[a-z])", " ");
        List<String> words = new ArrayList<>(List.of(spaced.split("[\\s\\p{Z},，、;&]+")));
        words.removeIf(String::isEmpty);
        int kept = words.size();
        while (kept > 1 && LATIN_FORMS.contains(words.get(kept - 1))) {
            kept--;
        }
        return String.join(" ", words.subList(0, kept));
    }

    private static String squeeze(String name) {
        return name.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    private static String withoutLegalForm(String name) {
        String core = name;
        for (String next = stripOnce(core); !next.equals(core); next = stripOnce(core)) {
            core = next;
        }
        return core;
    }

    private static String stripOnce(String name) {
        return LEGAL_FORM.matcher(name).replaceFirst("");
    }

    private static String withoutRegion(String name) {
        Regions.Prefix prefix = Regions.before(name);
        String rest = name.substring(prefix.length());
        boolean telling = rest.length() < 2
                || INSTITUTION.matcher(rest).find()
                || ONLY_TRADE.matcher(rest).matches();
        return telling ? prefix.shortNames() + rest : rest;
    }
}
