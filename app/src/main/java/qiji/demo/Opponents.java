package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiji.demo.chance.Span;

/** Who sells against the company: the register of competitors, as people know them. [D11] */
final class Opponents {
    private record Listed(String name, String priceLevel, String strengths, String weaknesses) {}

    private static final List<Listed> LIST = List.of(
            new Listed("甲通电信", "SIMILAR", "网络覆盖广，是多数单位的在位供应商", "方案以通用产品为主，定制响应慢"),
            new Listed("联讯网络", "LOWER", "报价低，合同条款灵活", "售后人手少，重大故障恢复慢"),
            new Listed("中域数据", "HIGHER", "机房等级高，云网一体方案成熟", "价格高，交付周期长"),
            new Listed("云帆科技", "LOWER", "软件能力强，试点快", "没有自有线路，依赖转售"),
            new Listed("宽达通信", "SIMILAR", "本地关系深，上门及时", "跨地市组网能力弱"));

    private Opponents() {}

    /** Puts them into the register; their ids by name. */
    static Map<String, Long> write(Connection connection, Span span) throws SQLException {
        Map<String, Long> ids = new LinkedHashMap<>();
        try (var insert = connection.prepareStatement("""
                insert into competitor.competitor (name, price_level, strengths, weaknesses, created_at, search, created_by)
                values (?, ?, ?, ?, ?::timestamptz, ?::tsvector, 0) returning id
                """)) {
            for (Listed listed : LIST) {
                insert.setString(1, listed.name());
                insert.setString(2, listed.priceLevel());
                insert.setString(3, listed.strengths());
                insert.setString(4, listed.weaknesses());
                insert.setString(5, span.before(25).toString());
                insert.setString(6, Lexemes.of(List.of(listed.name())).literal());
                try (var row = insert.executeQuery()) {
                    row.next();
                    ids.put(listed.name(), row.getLong(1));
                }
            }
        }
        return ids;
    }
}
