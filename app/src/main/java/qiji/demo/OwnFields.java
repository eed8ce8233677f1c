package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fields that this company added to opportunities for itself, and what they hold. */
final class OwnFields {
    private static final List<String> WAYS = List.of("OPEN", "INVITED", "TALKS", "DIRECT");

    private OwnFields() {}

    static void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into records.custom_field (record_type, code, label_zh, label_en, kind, options, position) values
                    ('opportunity', 'seats', '使用人数', 'Users to serve', 'INTEGER', '[]', 1),
                    ('opportunity', 'purchasing', '采购方式', 'Way of purchasing', 'CHOICE', '[
                        {"code": "OPEN", "labelZh": "公开招标", "labelEn": "Open tender"},
                        {"code": "INVITED", "labelZh": "邀请招标", "labelEn": "Invited tender"},
                        {"code": "TALKS", "labelZh": "竞争性谈判", "labelEn": "Competitive talks"},
                        {"code": "DIRECT", "labelZh": "直接采购", "labelEn": "Direct purchase"}]', 2)
                    """);
        }
    }

    /** As the custom column holds them; of some opportunities one does not know. */
    static String of(long seed, long id) {
        Chance chance = Chance.of(seed, "own-fields", id);
        int seats = Math.clamp((long) chance.logNormal(120, 1), 1, 20_000);
        String way = WAYS.get(chance.weighted(3, 1, 2, 4));
        return chance.is(0.8)
                ? "{\"seats\": %d, \"purchasing\": \"%s\"}".formatted(seats, way)
                : chance.is(0.5) ? "{\"purchasing\": \"%s\"}".formatted(way) : "{}";
    }
}
