package qiji.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.Words;

/** A record type of the tests' own, with every kind of field, two references to itself, and rows with many gaps. */
final class SampleRecords {
    static final String NAME = "sample";
    private static final String[] WORDS = {"华为", "中兴", "a_b", "50%", "back\\slash", "x' or 1=1", "Ab", "ab", "移动 专线"};

    static final RecordType<Table<Record>> TYPE = RecordType.of(
                    NAME, Words.of("样例", "Sample"), table(name("sample_record")), t -> at(t, "id", Long.class))
            .label("name", t -> at(t, "name", String.class))
            .visible((viewer, t) ->
                    viewer.scopeOf(NAME).covers(at(t, "department_id", Long.class), at(t, "owner_id", Long.class)))
            .customFields(t -> at(t, "custom", JSONB.class))
            .fields(
                    Fields.<Table<Record>>text("name", "名称", "Name", t -> at(t, "name", String.class))
                            .column(),
                    Fields.<Table<Record>>longText("note", "备注", "Note", t -> at(t, "note", String.class)),
                    Fields.<Table<Record>>money("amount", "金额", "Amount", t -> at(t, "amount", BigDecimal.class))
                            .summable()
                            .mayBeNegative(),
                    Fields.<Table<Record>>money("cost", "成本", "Cost", t -> at(t, "cost", BigDecimal.class))
                            .summable()
                            .readableBy("sample:cost"),
                    Fields.<Table<Record>>integer("lines", "条数", "Lines", t -> at(t, "lines", Integer.class)),
                    Fields.<Table<Record>>date("day", "日期", "Day", t -> at(t, "day", LocalDate.class)),
                    Fields.<Table<Record>>instant("moment", "时间", "Moment", t -> at(t, "moment", Instant.class)),
                    Fields.<Table<Record>>bool("flag", "标志", "Flag", t -> at(t, "flag", Boolean.class)),
                    Fields.<Table<Record>>choice(
                            "color", "颜色", "Colour", t -> at(t, "color", String.class), Color.class),
                    Fields.<Table<Record>>tags("tags", "标签", "Tags", t -> at(t, "tags", String[].class)),
                    Fields.<Table<Record>>reference(
                            "parent", "上级", "Parent", t -> at(t, "parent_id", Long.class), () -> SampleRecords.TYPE),
                    Fields.<Table<Record>>reference(
                                    "twin", "孪生", "Twin", t -> at(t, "twin_id", Long.class), () -> SampleRecords.TYPE)
                            .rankedBy("amount"));

    enum Color implements HasWords {
        RED,
        GREEN;

        @Override
        public Words words() {
            return Words.of(name(), name());
        }
    }

    /** One row as Java knows it. */
    record Row(
            long id,
            @Nullable String name,
            @Nullable String note,
            @Nullable BigDecimal amount,
            @Nullable Integer lines,
            @Nullable LocalDate day,
            @Nullable Instant moment,
            @Nullable Boolean flag,
            @Nullable String color,
            List<String> tags,
            @Nullable Long parentId,
            @Nullable Long twinId,
            long departmentId,
            long ownerId) {}

    private SampleRecords() {}

    private static <V> Field<V> at(Table<?> table, String column, Class<V> type) {
        return field(name(table.getName(), column), type);
    }

    static Viewer viewer(String... permissions) {
        return qiji.testing.SampleData.viewer(1, permissions);
    }

    /** Makes the table for this transaction and fills it with {@code size} rows of chance. */
    static List<Row> fill(DSLContext jooq, Random random, int size) {
        jooq.execute("""
                create temporary table sample_record (id bigint primary key, name text, note text, amount numeric(18, 2),
                    cost numeric(18, 2), lines integer, day date, moment timestamptz, flag boolean, color text,
                    tags text[], parent_id bigint, twin_id bigint, department_id bigint, owner_id bigint,
                    custom jsonb not null default '{}') on commit drop
                """);
        List<Row> rows = new ArrayList<>();
        for (long id = 1; id <= size; id++) {
            Row row = row(random, id, size);
            rows.add(row);
            jooq.query(
                            "insert into sample_record values ({0}, {1}, {2}, {3}, 7, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13})",
                            org.jooq.impl.DSL.val(row.id),
                            org.jooq.impl.DSL.val(row.name),
                            org.jooq.impl.DSL.val(row.note),
                            org.jooq.impl.DSL.val(row.amount),
                            org.jooq.impl.DSL.val(row.lines),
                            org.jooq.impl.DSL.val(row.day),
                            org.jooq.impl.DSL.val(row.moment),
                            org.jooq.impl.DSL.val(row.flag),
                            org.jooq.impl.DSL.val(row.color),
                            org.jooq.impl.DSL.val(row.tags.toArray(String[]::new)),
                            org.jooq.impl.DSL.val(row.parentId),
                            org.jooq.impl.DSL.val(row.twinId),
                            org.jooq.impl.DSL.val(row.departmentId),
                            org.jooq.impl.DSL.val(row.ownerId))
                    .execute();
        }
        return rows;
    }

    private static Row row(Random random, long id, int size) {
        return new Row(
                id,
                maybe(random, word(random)),
                maybe(random, word(random) + word(random)),
                maybe(random, BigDecimal.valueOf(random.nextLong(-500, 500), 2)),
                maybe(random, random.nextInt(5)),
                maybe(random, LocalDate.of(2026, 11, 24).plusDays(random.nextInt(-40, 40))),
                maybe(random, Instant.parse("2026-11-24T00:00:00Z").plusSeconds(random.nextInt(-4_000_000, 4_000_000))),
                maybe(random, random.nextBoolean()),
                maybe(random, Color.values()[random.nextInt(2)].name()),
                random.nextBoolean() ? List.of() : List.of(word(random)),
                maybe(random, random.nextLong(1, size + 1L)),
                maybe(random, random.nextLong(1, size + 1L)),
                random.nextLong(1, 4),
                random.nextLong(1, 4));
    }

    static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static <V> @Nullable V maybe(Random random, V value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
