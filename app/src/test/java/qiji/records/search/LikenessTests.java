package qiji.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.records.search.Likeness.Degree;

/** How names are like what was asked for, and which of their parts are shown to be. X1 */
class LikenessTests {
    @ParameterizedTest
    @CsvSource({
        "华为技术, 华为技术, SAME, [华为技术]",
        "華為技術, 华为技术, SAME, [華為技術]",
        "ＡＢＣ电网, abc 电网, SAME, [ＡＢＣ电网]",
        "华为技术有限公司, 华为, BEGINS, [华为]",
        "深圳华为技术, 华为技术, HOLDS, [华为技术]",
        "腾讯（北京）科技, 北京科技, HOLDS, [北京）科技]",
        "华为的新专线, 专线 华为, HOLDS_EACH_WORD, [华为 专线]",
        "海尔集团, 电网, ELSEWHERE, []",
        "华为技术有限公司, hwjs, READS_FROM_THE_BEGINNING, [华为技术]",
        "华为技术有限公司, huaweijs, READS_FROM_THE_BEGINNING, [华为技术]",
        "深圳华为, huaw, READS, [华为]",
        "西安电力, xian, READS_FROM_THE_BEGINNING, [西安]",
        "先锋电力, xian, READS_FROM_THE_BEGINNING, [先]",
        "绿地集团, lvdi, READS_FROM_THE_BEGINNING, [绿地]",
        "深圳华为技术, 华为js, READS, [华为技术]",
        "华为技术有限公司, 华为技木, MISTYPED, [华为技术]",
        "何文博, 何文搏, MISTYPED, [何文博]",
        "何文博, 何文化, ELSEWHERE, []",
        "机房 IDC 托管, idctuoguan, READS, [IDC 托管]",
        "托管 IDC, idctuoguan, READS, [IDC]",
        "华为技术有限公司, huawie, MISTYPED, [华为]",
        "Oracle 数据库, oracel, MISTYPED, [Oracle]",
        "Oracle 数据库, orcle, MISTYPED, [Oracle]",
        "数据库Oracle, xoracle, MISTYPED, [Oracle]",
        "华为Cloud-5G专网, clouds, MISTYPED, [Cloud]",
        "华为Cloud-5G专网, cluod, MISTYPED, [Cloud]",
        "华为Cloud-5G专网, clud-5g, MISTYPED, [Cloud-5G]",
        "华为Cloud-5G专网 二期, 专网二期, HOLDS, [专网 二期]",
        "华为Cloud-5G专网 二期, zhuanwangerqi, READS, [专网 二期]",
        "华为Cloud-5G专网 二期, zwe, READS, [专网 二]",
    })
    void tellsHowAndWhere(String name, String asked, Degree degree, String marked) {
        Likeness likeness = Likeness.of(name, Question.of(asked));
        assertThat(likeness.degree()).isEqualTo(degree);
        assertThat(shown(name, likeness.marks())).isEqualTo(marked);
    }

    private static String shown(String name, List<Mark> marks) {
        return "["
                + String.join(
                        " ",
                        marks.stream()
                                .map(it -> name.substring(it.start(), it.end()))
                                .toList()) + "]";
    }

    @Test
    void marksByTheUnitsThatBrowsersCount() {
        String name = "𠮷野家 Ｐｒｏ";
        assertThat(shown(name, Likeness.of(name, Question.of("吉野家")).marks())).isEqualTo("[]");
        assertThat(shown(name, Likeness.of(name, Question.of("野家 pro")).marks()))
                .isEqualTo("[野家 Ｐｒｏ]");
    }
}
