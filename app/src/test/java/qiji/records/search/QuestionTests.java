package qiji.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.testing.ModuleTest;

/** What is written is found by what people type, as PostgreSQL itself judges it. X1 */
@ModuleTest
class QuestionTests {
    /** How people write what a name is made of. */
    private static final List<String> BETWEEN = List.of("", " ", "　", " - ", "·", "（", " （", " / ");

    private static final List<String> LATIN =
            List.of("Cloud-5G", "Oracle-19c", "Office-365", "VMware-8.0", "IoT-Edgex-2");

    @Autowired
    DSLContext jooq;

    private record Asked(String name, String typed, boolean found) {}

    private final Random random = new Random(20261125);

    @ParameterizedTest
    @CsvSource({
        "华为技术有限公司, 华",
        "华为技术有限公司, 为技",
        "华为技术有限公司, 技术有限",
        "华为技术有限公司, 司",
        "华为技术有限公司, hw",
        "华为技术有限公司, hwjs",
        "华为技术有限公司, huawei",
        "华为技术有限公司, HuaWeiJS",
        "华为技术有限公司, weijishu",
        "华为技术有限公司, gongsi",
        "华为技术有限公司, s",
        "华为技术有限公司, huaw",
        "华为技术有限公司, 华为js",
        "华为技术有限公司, hua wei",
        "重庆长安汽车, cqca",
        "重庆长安汽车, chongqing",
        "重庆长安汽车, changan",
        "中国银行, zgyh",
        "中国银行, yinhang",
        "厦门航空, xiamen",
        "都江堰水务, dujiangyan",
        "单县供电局, shanxian",
        "乐山旅游, leshan",
        "西安电力, xian",
        "女子医院, nvzi",
        "臺灣電力, 台湾电力",
        "台湾电力, 臺灣",
        "ＡＢＣ公司, abc",
        "ABC公司, ＡＢＣ",
        "Oracle 数据库, orac",
        "5G专线, 5g",
        "SJ-202611-000123, 123",
        "SJ-202611-000123, sj-202611-000123",
        "SJ-202611-000123, SJ202611",
        "SJ-202611-000123, 202611-0001",
        "营业执照scan_2026.pdf, 2026",
        "营业执照scan_2026.pdf, scan",
        "营业执照scan_2026.pdf, scan_2026",
        "营业执照scan_2026.pdf, pdf",
        "营业执照scan_2026.pdf, 执照 2026",
        "方案v1.2-final.docx, final",
        "方案v1.2-final.docx, v1.2",
        "方案v1.2-final.docx, docx",
        "腾讯（北京）科技, 腾讯北京",
        "腾讯（北京）科技, txbjkj",
        "Café 项目, cafe",
        "IDC托管, idctuoguan",
        "IDC托管, tuoguanidc",
        "IDC 托管续签, idctuog",
        "云主机ECS, yunzhujiecs",
        "CRM系统, crmxitong",
        "华为Cloud-5G专网 二期, 专网二期",
        "华为Cloud-5G专网 二期, zhuanwangerqi",
        "华为Cloud-5G专网 二期, zwe",
        "专网 （二期）, 网二期",
    })
    void findsByWhatPeopleType(String name, String typed) {
        assertThat(finds(name, typed, Question.of(typed)::asMeant)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "华为技术有限公司, hwsj",
        "华为技术有限公司, 为华",
        "华为技术有限公司, huaweijx",
        "Oracle 数据库, racle",
        "普通公司, 特殊",
        "西安电力, xianx",
    })
    void findsNothingElse(String name, String typed) {
        assertThat(finds(name, typed, Question.of(typed)::asMeant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "华为技术有限公司, 华为技木",
        "华为技术有限公司, 花为技术",
        "华为技术有限公司, 华为记术有限",
        "华为技术有限公司, huawie",
        "华为技术有限公司, hauwei",
        "华为技术有限公司, huawwei",
        "华为技术有限公司, huwei",
        "Oracle 数据库, oracel",
        "Oracle 数据库, orcle",
        "Oracle 数据库, oraacle",
        "Oracle 数据库, oravle",
        "Oracle 数据库, 数据库 oracel",
        "何文博, 何文搏",
        "张三丰, 张三疯",
        "张三丰, 张叁丰",
        "云主机, 云主几",
        "弹性云主机, 芸主机",
        "华为技术有限公司, 华为术技",
        "华为技术有限公司, 华技术有限公司",
        "华为技术有限公司, 华为技技术",
        "何文博, 文何博",
        "华为Cloud-5G专网, coud",
        "华为Cloud-5G专网, clud",
        "华为Cloud-5G专网, cluod",
        "华为Cloud-5G专网, clouds",
        "华为Cloud-5G专网, clud-5g",
        "华为Cloud-5G专网, 华为Cluod-5G专网",
        "华为Cloud-5G专网 二期, 专网二其",
    })
    void forgivesOneSlip(String name, String typed) {
        assertThat(finds(name, typed, Question.of(typed)::mistyped)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"何文博, 何文化", "张三丰, 李三丰", "张三丰, 章叁丰"})
    void forgivesNoOtherSlipInThreeCharacters(String name, String typed) {
        assertThat(finds(name, typed, Question.of(typed)::mistyped)).isFalse();
    }

    @Test
    void asksOnlyNamesWhereOtherTextsAreHidden() {
        String vector = SearchWords.vector(List.of("星河集团"), List.of("机密 SECRET9"));
        for (String hidden : List.of("机密", "secret9", "密")) {
            assertThat(judge(vector, Question.of(hidden).asMeant().orElseThrow()))
                    .isTrue();
            assertThat(judge(names(vector), Question.of(hidden).asMeant().orElseThrow()))
                    .isFalse();
        }
        for (String name : List.of("星河", "xhjt", "xinghe")) {
            assertThat(judge(names(vector), Question.of(name).asMeant().orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void findsRealCompaniesByAnyPartOfTheirNames() throws IOException {
        UnaryOperator<String> part = name -> part(name, 2, 6);
        assertFound(part);
        assertFound(name -> part(name, 1, 1));
        // Character by character: as a word 家具 becomes 傢俱, which is another.
        assertFound(name -> part.apply(name)
                .codePoints()
                .mapToObj(it -> ZhConverterUtil.toTraditional(Character.toString(it)))
                .collect(Collectors.joining()));
    }

    @Test
    void findsRealCompaniesByHowAnyPartIsRead() throws IOException {
        assertFound(name -> read(part(name, 2, 5), Integer.MAX_VALUE));
        assertFound(name -> read(part(name, 2, 6), 1));
        assertFound(name -> read(part(name, 2, 2), Integer.MAX_VALUE) + "");
    }

    @ParameterizedTest
    @EnumSource
    void findsRealCompaniesWithOneSlip(Slip slip) throws IOException {
        assertForgiven(slip, name -> part(name, 5, 8), "龘");
    }

    @ParameterizedTest
    @EnumSource
    void findsRealCompaniesWithOneSlipInTheirPinyin(Slip slip) throws IOException {
        assertForgiven(slip, name -> read(part(name, 3, 5), Integer.MAX_VALUE), "x");
    }

    @ParameterizedTest
    @EnumSource
    void findsRealCompaniesWithOneSlipInTheLatinPartOfTheirNames(Slip slip) throws IOException {
        assertForgiven(
                slip,
                name -> spaced(name) + any(LATIN) + "二期",
                name -> name.replaceAll("^.*?([A-Za-z]{5,}).*$", "$1"),
                "x");
    }

    private void assertForgiven(Slip slip, UnaryOperator<String> typing, String other) throws IOException {
        assertForgiven(slip, this::spaced, name -> typing.apply(chinese(name)), other);
    }

    private void assertForgiven(Slip slip, UnaryOperator<String> writing, UnaryOperator<String> typing, String other)
            throws IOException {
        List<String> failed = new ArrayList<>();
        for (String real : RealNames.of(random)) {
            String name = writing.apply(real);
            String meant = typing.apply(name);
            String typed = slip.of(meant, random.nextInt(meant.length() - 1), other);
            Question question = Question.of(typed);
            boolean isFound = finds(name, typed, question::mistyped) || finds(name, typed, question::asMeant);
            if (!isFound || Likeness.of(name, question).degree() == Likeness.Degree.ELSEWHERE) {
                failed.add(name + " by " + typed);
            }
        }
        assertThat(failed).isEmpty();
    }

    private void assertFound(UnaryOperator<String> typing) throws IOException {
        List<String> failed = new ArrayList<>();
        for (String real : RealNames.of(random)) {
            String name = spaced(real);
            String typed = typing.apply(real);
            Question question = Question.of(typed);
            boolean isShown = Likeness.of(name, question).degree() != Likeness.Degree.ELSEWHERE;
            if (!isShown || !finds(name, typed, question::asMeant)) {
                failed.add(name + " by " + typed);
            }
        }
        assertThat(failed).isEmpty();
    }

    private String spaced(String name) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + any(BETWEEN) + name.substring(at);
    }

    private static String chinese(String name) {
        return name.replaceAll("\\P{IsHan}", "");
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private boolean finds(String name, String typed, Supplier<Optional<String>> how) {
        return how.get()
                .map(query -> judge(SearchWords.vector(List.of(name), List.of()), query))
                .orElseThrow(() -> new AssertionError("nothing is asked by " + typed));
    }

    /** The vector as far as names go, as those see it from whom another text is hidden. */
    private String names(String vector) {
        return java.util.Objects.requireNonNull(
                        jooq.fetchValue("select ts_filter({0}::tsvector, '{a}')::text", org.jooq.impl.DSL.val(vector)))
                .toString();
    }

    private boolean judge(String vector, String query) {
        return Boolean.TRUE.equals(jooq.fetchValue(
                "select {0}::tsvector @@ {1}::tsquery", org.jooq.impl.DSL.val(vector), org.jooq.impl.DSL.val(query)));
    }

    /** A part that does not end within a code or a bracket: Chinese characters in a row. */
    private String part(String name, int fewest, int most) {
        int length = Math.min(name.length(), fewest + random.nextInt(most - fewest + 1));
        int from = random.nextInt(name.length() - length + 1);
        return name.substring(from, from + length);
    }

    private static String read(String characters, int letters) {
        return characters
                .codePoints()
                .mapToObj(it -> Readings.of(it).getFirst())
                .map(it -> it.substring(0, Math.min(letters, it.length())))
                .collect(Collectors.joining());
    }
}
