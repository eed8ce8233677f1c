package qiji.demo.company;

import java.util.Arrays;
import java.util.List;
import qiji.demo.chance.Chance;

/** An invented person's name, as it is written and as it is typed. */
public record PersonName(String written, String typed) {
    private static final List<String[]> FAMILY = pairs("""
            王 wang 李 li 张 zhang 刘 liu 陈 chen 杨 yang 赵 zhao 黄 huang 周 zhou 吴 wu 徐 xu 孙 sun 胡 hu 朱 zhu 高 gao 林 lin 何 he 郭 guo
            马 ma 罗 luo 梁 liang 宋 song 郑 zheng 谢 xie 韩 han 唐 tang 冯 feng 于 yu 董 dong 萧 xiao 程 cheng 曹 cao 袁 yuan 邓 deng 许 xu
            傅 fu 沈 shen 曾 zeng 彭 peng 吕 lv 苏 su 卢 lu 蒋 jiang 蔡 cai 贾 jia 丁 ding 魏 wei 薛 xue 叶 ye 阎 yan 欧阳 ouyang""");
    private static final List<String[]> GIVEN = pairs("""
            伟 wei 芳 fang 娜 na 敏 min 静 jing 丽 li 强 qiang 磊 lei 军 jun 洋 yang 勇 yong 艳 yan 杰 jie 娟 juan 涛 tao 明 ming 超 chao
            霞 xia 平 ping 刚 gang 建国 jianguo 志强 zhiqiang 晓燕 xiaoyan 海涛 haitao 雪梅 xuemei 文博 wenbo 思远 siyuan 佳怡 jiayi
            子涵 zihan 宇航 yuhang 俊杰 junjie 雨桐 yutong 浩然 haoran 欣怡 xinyi 国栋 guodong 春华 chunhua 立新 lixin 红梅 hongmei
            建华 jianhua 志远 zhiyuan 晓峰 xiaofeng 丽萍 liping 永刚 yonggang 玉兰 yulan 天宇 tianyu 若曦 ruoxi 景行 jingxing 知行 zhixing
            振东 zhendong 慧敏 huimin 嘉豪 jiahao 梦琪 mengqi 鹏飞 pengfei 婷婷 tingting 家骏 jiajun 诗涵 shihan 云飞 yunfei 秀英 xiuying""");

    public static PersonName any(Chance chance) {
        String[] family = chance.pick(FAMILY);
        String[] given = chance.pick(GIVEN);
        return new PersonName(family[0] + given[0], family[1] + given[1]);
    }

    private static List<String[]> pairs(String text) {
        String[] words = text.strip().split("\\s+");
        return java.util.stream.IntStream.range(0, words.length / 2)
                .mapToObj(i -> Arrays.copyOfRange(words, 2 * i, 2 * i + 2))
                .toList();
    }
}
