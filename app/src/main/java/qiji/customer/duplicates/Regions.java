package qiji.customer.duplicates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The provinces, cities, counties and districts of China as they stand before names. Source: GB/T 2260; the cities of the
 * first four digits stand below behind their province, the counties in a file.
 */
final class Regions {
    private static final String NAMES = """
            河北 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
            山西 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
            辽宁 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
            吉林 长春 四平 辽源 通化 白山 松原 白城 延边
            黑龙江 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
            江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
            浙江 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水
            安徽 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
            福建 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
            江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
            山东 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
            河南 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口
            河南 驻马店 济源
            湖北 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门
            湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
            广东 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远
            广东 东莞 中山 潮州 揭阳 云浮
            海南 海口 三亚 三沙 儋州
            四川 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安
            四川 巴中 资阳 阿坝 甘孜 凉山
            贵州 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南
            云南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆
            陕西 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
            甘肃 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南
            青海 西宁 海东 海北 黄南 海西 玉树
            内蒙古 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布
            广西 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
            西藏 拉萨 日喀则 昌都 林芝 山南 那曲
            宁夏 银川 石嘴山 吴忠 固原 中卫
            新疆 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁
            新疆 塔城 阿勒泰 石河子
            北京
            天津
            上海
            重庆
            台湾
            香港
            澳门""";
    private static final Map<String, String> PROVINCES = provinces();
    private static final Set<String> COUNTRY = Set.of("中国", "china", "prc", "cn");
    private static final int LONGEST = 4;
    private static final Pattern KIND =
            Pattern.compile("^(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|(?:[\\u4e00-\\u9fff]{1,6}族)?自治州|地区|盟)");
    private static final Set<String> COUNTIES = counties();
    private static final Pattern COUNTY_KIND = Pattern.compile("^(?:\\p{IsHan}{0,8}自治[县旗]|新区|林区|[县市区旗])");
    private static final int LONGEST_COUNTY = 6;

    private Regions() {}

    /** The regions that a name begins with: how long they are as written, and their short names (广东省深圳市 is 广东, 深圳). */
    record Prefix(int length, List<String> names) {
        String written() {
            return String.join("", names);
        }
    }

    static Prefix before(String name) {
        int at = 0;
        List<String> names = new ArrayList<>();
        for (String region = first(name); !region.isEmpty(); region = first(name.substring(at))) {
            names.add(region);
            at += region.length();
            Matcher kind = KIND.matcher(name.substring(at));
            at += kind.find() ? kind.end() : 0;
        }
        String county = county(name.substring(at));
        if (!county.isEmpty()) {
            names.add(county);
            at += county.length();
        }
        return new Prefix(at, names);
    }

    /** Whether {@code text} is a region and nothing else; China is one. */
    static boolean isOne(String text) {
        return COUNTRY.contains(text) || (!text.isEmpty() && before(text).length() == text.length());
    }

    /** Whether one of them says no more of where a company is than the other: 深圳 and 广东省深圳市, 广东 and 深圳, nothing and all. */
    static boolean agree(Set<String> some, Set<String> others) {
        Set<String> one = withProvinces(some);
        Set<String> other = withProvinces(others);
        return one.containsAll(other) || other.containsAll(one);
    }

    private static Set<String> withProvinces(Set<String> regions) {
        Set<String> all = new HashSet<>(regions);
        regions.forEach(region -> all.add(PROVINCES.getOrDefault(region, region)));
        return all;
    }

    /** Whether a city or province that {@code text} names reaches over the character at {@code at}. */
    static boolean reachesOver(String text, int at) {
        for (int length = 2; length <= LONGEST; length++) {
            for (int from = Math.max(0, at - length + 1); from <= at && from + length <= text.length(); from++) {
                if (PROVINCES.containsKey(text.substring(from, from + length))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The longest region at the beginning; empty if there is none. */
    private static String first(String text) {
        for (int length = Math.min(LONGEST, text.length()); length >= 2; length--) {
            if (PROVINCES.containsKey(text.substring(0, length))) {
                return text.substring(0, length);
            }
        }
        return "";
    }

    /** The county at the beginning with the word behind it, without which its name may be anybody's; empty if there is none. */
    private static String county(String text) {
        for (int length = Math.min(LONGEST_COUNTY, text.length()); length >= 2; length--) {
            if (COUNTIES.contains(text.substring(0, length))) {
                Matcher kind = COUNTY_KIND.matcher(text.substring(length));
                if (kind.find()) {
                    return text.substring(0, length + kind.end());
                }
                if (text.charAt(length - 1) == '县') {
                    return text.substring(0, length);
                }
            }
        }
        return "";
    }

    private static Set<String> counties() {
        try (var in = Regions.class.getResourceAsStream("counties.txt")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Set.of(all.strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> provinces() {
        Map<String, String> provinces = new HashMap<>();
        NAMES.lines().map(String::strip).forEach(line -> {
            String[] names = line.split(" ");
            for (String name : names) {
                provinces.put(name, names[0]);
            }
        });
        return Map.copyOf(provinces);
    }
}
