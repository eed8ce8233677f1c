package qiji.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import qiji.demo.chance.Span;

/** A product on sale; the telecom ones that ship, and what ICT projects are made of. Prices in yuan a unit. [D1] */
record Offer(long id, String name, Kind kind, BigDecimal price) {
    /** What it is sold for: access lines are counted, mass goods come in thousands, projects join two products. */
    enum Kind {
        LINE,
        MASS,
        HOSTING,
        PROJECT,
        BASE
    }

    private record Listed(
            String code, String name, String series, String unit, int price, int cost, Kind kind, String description) {}

    private static final List<Listed> LIST = List.of(
            new Listed("P-INT", "互联网专线", "专线", "条·月", 3_200, 1_350, Kind.LINE, "独享带宽的互联网接入，含固定地址与网络监控"),
            new Listed("P-DATA", "数据专线", "专线", "条·月", 4_500, 2_100, Kind.LINE, "点到点的数据传输，连接总部与分支"),
            new Listed("P-FIBER", "裸光纤", "专线", "芯公里·月", 260, 140, Kind.LINE, "不含设备的光纤芯，按芯公里计价"),
            new Listed("P-IOT", "物联网", "物联网", "卡·月", 5, 2, Kind.MASS, "物联网卡与连接管理平台"),
            new Listed("P-FLOW", "流量统付", "移动业务", "GB", 4, 2, Kind.MASS, "由企业为其用户支付定向流量"),
            new Listed("P-MAS", "集团MAS", "移动业务", "万条", 420, 260, Kind.MASS, "行业短信与消息网关"),
            new Listed("P-IDC", "IDC托管", "云与数据中心", "机柜·月", 5_600, 3_300, Kind.HOSTING, "机柜、电力与带宽托管"),
            new Listed("P-IMS", "IMS固话", "语音", "线·月", 38, 15, Kind.MASS, "基于 IMS 的企业固话与总机"),
            new Listed("P-CLOUD", "云主机", "云与数据中心", "台·月", 680, 350, Kind.HOSTING, "弹性计算与存储"),
            new Listed("P-BASE", "基础业务", "ICT", "条·月", 2_400, 1_100, Kind.BASE, "ICT 项目中的线路与号码等基础业务部分"),
            new Listed("P-SI", "系统集成", "ICT", "人天", 1_800, 1_150, Kind.PROJECT, "ICT 项目中的集成、开发与实施部分"));

    /** Puts the list into the table, with prices where it ships without. */
    static List<Offer> write(Connection connection, Span span) throws SQLException {
        List<Offer> offers = new ArrayList<>();
        try (var insert = connection.prepareStatement("""
                insert into product.product (code, name, series, unit, list_price, cost, description, created_at, search, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::tsvector, 0)
                on conflict (name) do update set list_price = excluded.list_price, cost = excluded.cost,
                    description = excluded.description, created_at = excluded.created_at
                returning id
                """)) {
            for (Listed listed : LIST) {
                insert.setString(1, listed.code());
                insert.setString(2, listed.name());
                insert.setString(3, listed.series());
                insert.setString(4, listed.unit());
                insert.setBigDecimal(5, BigDecimal.valueOf(listed.price()));
                insert.setBigDecimal(6, BigDecimal.valueOf(listed.cost()));
                insert.setString(7, listed.description());
                insert.setString(8, span.before(25).toString());
                insert.setString(
                        9,
                        Lexemes.of(List.of(listed.name()), listed.code(), listed.series())
                                .literal());
                try (var row = insert.executeQuery()) {
                    row.next();
                    offers.add(new Offer(
                            row.getLong(1), listed.name(), listed.kind(), BigDecimal.valueOf(listed.price())));
                }
            }
        }
        return List.copyOf(offers);
    }
}
