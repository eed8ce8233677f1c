package qiji.customer.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B1: full and half width, legal forms, region before the name, brackets. */
class NormalizedNameTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            北京字节跳动科技有限公司       | 字节跳动科技
            深圳市腾讯计算机系统有限公司   | 腾讯计算机系统
            腾讯计算机系统（深圳）有限公司 | 腾讯计算机系统
            广东省深圳市华为技术有限责任公司 | 华为技术
            华为技术有限公司               | 华为技术
            阿里巴巴(中国)有限公司         | 阿里巴巴
            浙江蚂蚁小微金融服务集团股份有限公司 | 蚂蚁小微金融服务
            Ａｃｍｅ　Ｃｏ．，Ｌｔｄ．     | acme
            ACME Co., Ltd.                 | acme
            ACME Corporation (China)       | acme
            Acme Holdings, Inc.            | acme
            华为Co.,Ltd                    | 华为
            宁夏回族自治区宏达有限公司     | 宏达
            三一重工股份有限公司           | 三一重工
            某某科技（北区）有限公司       | 某某科技北区
            红杉资本(有限合伙)             | 红杉资本
            """)
    void dropsWhatTheSameCompanyIsWrittenWithAndWithout(String name, String core) {
        assertThat(NormalizedName.of(name)).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            北京大学               | 北京大学
            北京市大学             | 北京大学
            北京银行股份有限公司   | 北京银行
            湖北省电力有限公司     | 湖北电力
            上海市人民政府         | 上海人民政府
            广州市公安局           | 广州公安局
            中国移动通信集团广东有限公司深圳分公司 | 中国移动通信集团广东有限公司深圳分公司
            """)
    void keepsTheRegionWhereItTellsTwoApart(String name, String core) {
        assertThat(NormalizedName.of(name)).isEqualTo(core);
    }

    @Test
    void leavesSomethingOfEveryName() {
        assertThat(NormalizedName.of("有限公司")).isEqualTo("有限公司");
        assertThat(NormalizedName.of("Group")).isEqualTo("group");
        assertThat(NormalizedName.of("北京")).isEqualTo("北京");
        assertThat(NormalizedName.of("（）")).isEqualTo("()");
        assertThat(NormalizedName.of("🙂")).isEqualTo("🙂");
    }
}
