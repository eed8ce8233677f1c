package qiji.demo.client;

import java.util.Arrays;
import java.util.List;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Resource;
import qiji.demo.company.Place;

/**
 * An invented organisation: its whole name, what people call it, its industry (a section of GB/T 4754) and the first two
 * characters of its registration code.
 */
public record CustomerName(String whole, String familiar, String industry, String nature) {
    /** {@code nature}: 91 a company, 12 an institution, 11 an authority. */
    private record Sector(String industry, double weight, String nature, List<String> trades, List<String> forms) {}

    private static final List<Sector> SECTORS = Resource.lines("sectors.txt")
            .map(line -> line.split("\\|", -1))
            .map(parts ->
                    new Sector(parts[0], Double.parseDouble(parts[1]), parts[2], words(parts[3]), words(parts[4])))
            .toList();
    private static final double[] WEIGHTS =
            SECTORS.stream().mapToDouble(Sector::weight).toArray();
    private static final String FIRST = "恒瑞鑫宏天沐昱盛金博海新安广大永泰兴嘉德岚远东方祺信通联创诚润丰祥康乐同和翊隆富源长荣美佳明星云启智慧科凌锐卓越航宇辰曜";
    private static final String SECOND = "达源泰丰隆盛昌顺诚信和康宁安邦铭基业鼎峰岳川江河湖海洋林森木石玉晶光辉耀晨曦晖阳月辰星宇航舟帆翔飞腾跃驰远志博雅文思睿哲";
    /** The first of so many heads a group of companies, and one more belongs to it. */
    private static final int GROUP = 12;

    private static final int MEMBER = 7;
    private static final int COMPANY_SECTORS = 12;
    private static final int SIDE = 60;
    private static final int PAIRS = SIDE * SIDE;
    private static final int STEP = 1_291; // shares no factor with PAIRS, so that pairs come in mixed order, each once

    /** No two of the first 200,000 are called alike, but where one belongs to a group. */
    static CustomerName of(int index, Place place, Chance chance) {
        int group = index - index % GROUP;
        boolean isGroup = index == group;
        boolean isMember = hasParent(index);
        Sector sector = isGroup || isMember
                ? SECTORS.get(group / GROUP % COMPANY_SECTORS)
                : SECTORS.get(chance.weighted(WEIGHTS));
        String familiar = brand(isMember ? group : index) + chance.pick(sector.trades);
        String form = isGroup ? "集团有限公司" : chance.pick(sector.forms);
        String prefix = isMember || !isGroup && chance.is(0.75) ? place.city() : place.province();
        return new CustomerName(prefix + familiar + form, familiar, sector.industry, sector.nature);
    }

    /** Whether it belongs to the group that its parent heads. */
    static boolean hasParent(int index) {
        return index % GROUP == MEMBER;
    }

    static int parent(int index) {
        return index - MEMBER;
    }

    private static String brand(int index) {
        int pair = (int) ((long) (index % PAIRS) * STEP % PAIRS);
        int third = index / PAIRS % SIDE;
        String two = "" + FIRST.charAt(pair / SIDE) + SECOND.charAt(pair % SIDE);
        return third == 0 ? two : two + SECOND.charAt((third * 7) % SIDE);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of("") : Arrays.asList(text.split(" ", -1));
    }
}
