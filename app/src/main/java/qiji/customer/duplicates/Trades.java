package qiji.customer.duplicates;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words by which companies say what they do; they stand behind the name proper. */
final class Trades {
    private static final Set<String> WORDS =
            Arrays.stream("""
            电力 移动 联通 电信 通信 通讯 烟草 石油 石化 化工 燃气 热力 水务 自来水 供水 供电 供热 地铁 轨道 公交 机场 航空 港口 港务 邮政 铁路 高速 公路 客运 货运 海运 船务 船舶 航运
            建工 建设 建筑 工程 建安 安装 装饰 装潢 装修 设计 监理 劳务 交通 运输 物流 仓储 快递 速递 配送 货代 科技 技术 信息 软件 网络 数码 数据 智能 智慧 系统 计算机 电脑 互联 互联网 在线
            贸易 商贸 经贸 工贸 科贸 外贸 商务 商业 国贸 进出口 批发 零售 百货 超市 商场 商店 商行 投资 控股 实业 企业 发展 产业 集团 股份 金融 保险 证券 基金 租赁 担保 典当 小额贷款 资产 资本 财务 会计 税务
            能源 新能源 光伏 太阳能 风电 电池 环保 环境 节能 水利 水电 农业 农林 林业 牧业 渔业 畜牧 养殖 种植 种业 种苗 园林 绿化 花卉 苗木 生态 粮油 粮食 饲料 肥料 化肥 农资 农药 果业 水果 蔬菜 茶业 茶叶 酒业 白酒 食品 饮料 饮食 餐饮
            酒店 宾馆 饭店 旅馆 旅游 旅行社 旅行 文化 艺术 传播 传媒 广告 策划 影视 影业 出版 印刷 印务 包装 纸业 造纸 教育 培训 咨询 顾问 服务 中介 代理 经纪 翻译 会展 展览 体育 健身 娱乐 休闲 网吧 摄影 婚庆 家政 保洁 物业 物业管理 管理
            广播 电视 电视台 钢铁 钢材 钢结构 金属 有色金属 铝业 铜业 五金 机电 机械 机床 模具 设备 器材 仪器 仪表 工具 轴承 阀门 水泵 电机 电梯 电器 电气 电子 电缆 电线 线缆 光电 光电子 照明 灯饰 半导体 集成电路 自动化 控制 汽车 汽配 汽修 汽车销售 汽车配件 摩托车 车辆 轮胎
            材料 新材料 建材 水泥 混凝土 砂石 石材 陶瓷 玻璃 木业 木器 家具 家居 家私 门窗 涂料 油漆 塑料 塑胶 橡胶 橡塑 皮革 皮具 鞋业 服装 服饰 制衣 针织 纺织 丝绸 印染 织造 布业 化纤 家纺 饰品 珠宝 首饰 工艺品 礼品 玩具 文具 办公用品 办公设备 日化 化妆品 美容 美发
            医药 药业 药房 大药房 制药 生物 生物科技 生物技术 医疗 医疗器械 器械 保健 保健品 健康 养老 矿业 煤业 煤炭 采矿 矿产 选矿 国际 城市 城投 地产 房地产 房地产开发 置业 房产 物资 回收 再生资源 供应链 供销 销售 营销 经营 开发 制造 加工 生产 维修 检测 测绘 勘察 测试 安防 消防 保安 用品 产品 制品 配件
            购销 收储 粮食购销 农业机械 机械设备 玻璃制品 碳素 塑化 工业 商厦 大厦 广场 拍卖 评估 事务所 会计师事务所 律师事务所 合作社 专业合作社 农民专业合作社 供销社 供销合作社 信用社 信用合作社 联社 旅行社
            分公司 支公司 总公司 分行 支行 分社 支局 分局 分店 分厂 分部 营业部 营业厅 营业所 经营部 门市部 服务部 综合部 销售部 加油站 服务站 供应站 收购站 粮站 分理处 储蓄所 代表处 办事处 药店 店 厂 工厂 站 门店 专卖店
            大学 学院 学校 中学 小学 幼儿园 医院 卫生院 卫生所 诊所 银行 村民委员会 居民委员会 委员会 村委会 中心 俱乐部 协会 学会 商会 研究院 研究所 设计院 图书馆 博物馆
            """.split("\\s+")).filter(it -> !it.isEmpty()).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 6;

    private Trades() {}

    /** Where in {@code core} the words of trade begin that end it; its length if it ends in none. */
    static int begin(String core) {
        int at = core.length();
        for (int length = last(core, at); length > 0; length = last(core, at)) {
            at -= length;
        }
        return at;
    }

    /** How long the longest trade is that ends at {@code end}; 0 for none. */
    private static int last(String core, int end) {
        for (int length = Math.min(LONGEST, end); length >= 1; length--) {
            if (WORDS.contains(core.substring(end - length, end))) {
                return length;
            }
        }
        return 0;
    }

    /** Whether {@code text} says nothing but trades. */
    static boolean areAll(String text) {
        return begin(text) == 0;
    }
}
