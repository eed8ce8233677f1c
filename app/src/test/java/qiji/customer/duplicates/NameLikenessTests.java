package qiji.customer.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.customer.duplicates.Likeness.Reason;

/** B1: which two names are of one company, and which are not although they are alike. */
class NameLikenessTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            北京星河动力科技有限公司     | 星河动力科技（北京）股份有限公司 | SAME_NAME
            深圳市星河动力科技有限公司   | 广东星河动力科技有限公司     | SAME_NAME
            深圳市星河动力科技有限公司   | 深圳市寶安區星河動力科技     | SAME_NAME
            昆山市宏达电子有限公司       | 宏达电子(昆山市)有限责任公司 | SAME_NAME
            Acme Co., Ltd.               | ＡＣＭＥ  inc                | SAME_NAME
            宏达电子有限公司             | 宏达电子有陷公司             | SAME_NAME
            宏达电子有限公司             | 宏达电子限有公司             | SAME_NAME
            中国石油化工集团有限公司     | 中石化集团                   | SAME_NAME
            上海鸿达工贸有限公司         | 上海宏达工贸有限公司         | SOUNDS_ALIKE
            北京世纪广告有限公司         | 北京事迹广告有限公司         | SOUNDS_ALIKE
            星河动力科技有限公司         | 星河动刀科技有限公司         | ONE_CHARACTER
            星河动力科技有限公司         | 星动河力科技有限公司         | ONE_CHARACTER
            星河动力科技有限公司         | 星河力科技有限公司           | ONE_CHARACTER
            北京市宏达电子有限公司       | 北亰市宏达电子有限公司       | ONE_CHARACTER
            宏达电子科技有限公司         | 宏达电子科枝有限公司         | ONE_CHARACTER
            """)
    void findsTheSameCompany(String one, String other, Reason reason) {
        Likeness likeness = likeness(one, other);
        assertThat(likeness.isDuplicate()).as(likeness.toString()).isTrue();
        assertThat(likeness.reasons()).contains(reason);
        assertThat(likeness(other, one)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            北京大学                     | 北京大学第一医院
            北京大学                     | 南京大学
            湖北省电力有限公司           | 湖南省电力有限公司
            上海星河科技有限公司         | 北京星河科技有限公司
            苏州市宏达电子有限公司       | 徐州市宏达电子有限公司
            华远集团第一分公司           | 华远集团第二分公司
            北京城建一公司               | 北京城建二公司
            红星化工3厂                  | 红星化工8厂
            东风汽车有限公司             | 西风汽车有限公司
            宏达电子有限公司             | 宏达电器有限公司
            鸿运食品有限公司             | 鸿运饰品有限公司
            宏达电子有限公司             | 宏远电子有限公司
            农业银行股份有限公司大营支行 | 农业银行股份有限公司小营支行
            李庄中心小学                 | 王庄中心小学
            中国电信股份有限公司         | 中国电信股份有限公司深圳分公司
            云                           | 风
            """)
    void keepsApartWhatIsOnlyAlike(String one, String other) {
        Likeness likeness = likeness(one, other);
        assertThat(likeness.isDuplicate()).as(likeness.toString()).isFalse();
    }

    @Test
    void holdsAnotherCodeAgainstIt() {
        CustomerLikeness one = CustomerLikeness.of("星河动力科技有限公司", "91330100799655058B");
        CustomerLikeness same = CustomerLikeness.of("星河", "91330100799655058B");
        CustomerLikeness other = CustomerLikeness.of("星河动力科技有限公司", "91110000802100433B");

        assertThat(one.to(same).score()).isEqualTo(100);
        assertThat(one.to(same).reasons()).contains(Reason.SAME_CODE);
        assertThat(one.to(other).isDuplicate()).isFalse();
        assertThat(one.to(other).reasons()).contains(Reason.OTHER_CODE);
        assertThat(one.to(CustomerLikeness.of("星河动力科技", null)).isDuplicate()).isTrue();
    }

    @Test
    void wantsMoreThanANameOfContacts() {
        assertThat(ContactLikeness.of("王 小明", "王小明", true, false, false).isDuplicate())
                .isTrue();
        assertThat(ContactLikeness.of("王小明", "王小明", false, false, false).isDuplicate())
                .isFalse();
        assertThat(ContactLikeness.of("王小明", "王晓明", true, false, false).isDuplicate())
                .isFalse();
        assertThat(ContactLikeness.of("王小明", "王晓明", false, true, false).isDuplicate())
                .isTrue();
        assertThat(ContactLikeness.of("王小明", "李雷", false, false, true).reasons())
                .containsExactly(Reason.SAME_EMAIL);
        assertThat(ContactLikeness.of("王小明", "王小明", true, true, true).score()).isEqualTo(100);
    }

    /** What is not found by a key is not compared at all. */
    private static Likeness likeness(String one, String other) {
        CompanyName first = CompanyName.of(one);
        CompanyName second = CompanyName.of(other);
        Likeness likeness = NameLikeness.of(first, second);
        if (likeness.isDuplicate()) {
            assertThat(Collections.disjoint(
                            Arrays.asList(BlockingKeys.of(first)), Arrays.asList(BlockingKeys.of(second))))
                    .isFalse();
        }
        return likeness;
    }
}
