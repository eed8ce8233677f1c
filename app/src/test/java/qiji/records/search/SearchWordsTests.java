package qiji.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored of the texts of a record. X1 */
class SearchWordsTests {
    private static List<String> told(String... texts) {
        return words(SearchWords.vector(List.of(), Arrays.asList(texts)));
    }

    private static List<String> named(String name) {
        return words(SearchWords.vector(List.of(name), List.of()));
    }

    private static List<String> words(String vector) {
        return Arrays.stream(vector.strip().split(" "))
                .filter(it -> !it.isEmpty())
                .map(it -> it.replaceFirst("^'(.*)'(:1A)?$", "$1"))
                .toList();
    }

    @Test
    void splitsChineseIntoCharactersAndPairs() {
        assertThat(told("移动专线")).containsExactlyInAnyOrder("移", "动", "专", "线", "移动", "动专", "专线");
    }

    @Test
    void takesLatinWordsAndNumbersWhole() {
        assertThat(told("GTX Pro 2026")).containsExactlyInAnyOrder("gtx", "pro", "2026");
    }

    @Test
    void readsFullWidthCapitalsAccentsAndTraditionalCharactersAsWhatTheyMean() {
        assertThat(told("ＡＢＣ１２ Café")).containsExactlyInAnyOrder("abc12", "cafe");
        assertThat(told("臺灣電網")).isEqualTo(told("台湾电网"));
    }

    @Test
    void findsCodesWholeInPartsAndWithoutLeadingNoughts() {
        assertThat(told("SJ-202611-000123"))
                .containsExactlyInAnyOrder("sj", "202611", "000123", "sj202611000123", "123");
    }

    @Test
    void takesApartWhatIsJoinedByDotsAndUnderscores() {
        assertThat(told("scan_2026.pdf")).containsExactlyInAnyOrder("scan", "2026", "pdf", "scan2026pdf");
        assertThat(told("_draft", "www.qiji.cn")).containsExactlyInAnyOrder("draft", "www", "qiji", "cn");
    }

    @Test
    void knowsOfWhichTextsAnEarlierVersionMadeOtherWords() {
        assertThat(List.of("scan_2026.pdf", "_draft", "ｓｃａｎ＿２", "12:30")).allMatch(it -> SearchWords.differ(1, it));
        assertThat(List.of("SJ-202611-000123", "华为（北京）", "IDC 托管")).noneMatch(it -> SearchWords.differ(1, it));
        assertThat(List.of("专网 二期", "专网 - 二期", "Cloud-5G专网", "月报final_2026.pdf"))
                .allMatch(it -> SearchWords.differOfName(2, it));
        assertThat(List.of("华为（北京）x", "IDC 托管", "Oracle 数据库", "SJ-202611-000123", "Cloud-Edge"))
                .noneMatch(it -> SearchWords.differOfName(2, it));
        assertThat(SearchWords.differ(2, "今天 拜访")).isFalse();
        assertThat(SearchWords.differ(0, "华为")).isTrue();
        assertThat(SearchWords.differ(SearchWords.VERSION, "scan_2026.pdf")).isFalse();
    }

    @Test
    void passesOverWhatIsNotThere() {
        assertThat(told("", "  ", "!!!")).isEmpty();
    }

    @Test
    void readsNamesAndOnlyNames() {
        assertThat(named("华为技术")).contains("~hua-wei", "~wei-ji", "^hwj", "^js", "^s");
        assertThat(told("华为技术")).noneMatch(it -> it.startsWith("~") || it.startsWith("^"));
    }

    @Test
    void readsACharacterInEachOfItsCommonWays() {
        assertThat(named("重庆银行")).contains("~zhong-qing", "~chong-qing", "~yin-hang", "~yin-xing");
        assertThat(named("厦门单县")).contains("~xia-men", "~shan-xian");
        assertThat(named("长乐都会")).contains("~chang-le", "~zhang-yue", "~du-hui", "^cld");
    }

    @Test
    void readsAcrossBrackets() {
        assertThat(named("腾讯（北京）科技")).contains("讯北", "京科", "~xun-bei", "^jkj");
    }

    @Test
    void readsNamesAndOnlyNamesAcrossSpaces() {
        assertThat(named("专网 二期")).contains("网二", "~wang-er", "^zwe");
        assertThat(told("专网 二期")).doesNotContain("网二");
    }

    @Test
    void shortensTheWordsOfCodes() {
        assertThat(named("Cloud-5G"))
                .contains("!loud", "!clou")
                .noneMatch(it -> it.startsWith("!") && it.contains("5"));
    }

    @Test
    void storesFewWordsForACharacter() {
        int words = named("中国石化销售有限公司浙江舟山岱山石油支公司").size();
        assertThat(words).isLessThan(5 * "中国石化销售有限公司浙江舟山岱山石油支公司".length());
    }
}
