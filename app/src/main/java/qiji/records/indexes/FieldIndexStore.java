package qiji.records.indexes;

import static db.platform.Tables.JOB;
import static db.records.Tables.CUSTOM_FIELD;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import db.records.tables.records.CustomFieldRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Kind;

/** Which fields have an index: those of the program by its tables, custom ones by a name made of their id. */
@Component
public class FieldIndexStore {
    /** Of what holds an index the longest text, in characters: a page of it takes no more. */
    static final int LONGEST = 500;

    private static final Condition PRESENT = condition(
            "exists (select from pg_class where relkind = 'i' and relname = 'custom_field_' || {0})", CUSTOM_FIELD.ID);

    private final DSLContext jooq;

    FieldIndexStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Whether the custom field of a row has an index, to be read with the row. */
    public static Field<Boolean> present() {
        return field(PRESENT).as("present");
    }

    /** The columns along whose index a whole list can be walked, either way, as {@code Keyset} asks. */
    public Set<String> walked(Table<?> table) {
        return jooq.fetch("""
                        select a.attname from pg_index i
                            join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam and m.amname = 'btree'
                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                            left join pg_attribute b on b.attrelid = i.indrelid and b.attnum = i.indkey[1] and i.indnkeyatts = 2
                        where i.indrelid = {0}::regclass and i.indisvalid and i.indpred is null
                            and (a.attnotnull or i.indoption[0] = 1)
                            and ((i.indisunique and i.indnkeyatts = 1)
                                or (b.attname = 'id' and (i.indoption[0] & 1) = (i.indoption[1] & 1)))""", inline(Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName()))
                .intoSet(0, String.class);
    }

    /** Those of a type, in the order of the settings. */
    List<FieldIndex> of(String type) {
        return jooq.select(CUSTOM_FIELD, present(), job())
                .from(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.RECORD_TYPE.eq(type))
                .and(CUSTOM_FIELD.ARCHIVED_AT.isNull())
                .orderBy(CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
                .fetch(row -> index(row.value1(), row.value2(), row.value3()));
    }

    /** Locked, so that nobody else wishes meanwhile. */
    Optional<CustomFieldRecord> lock(long id) {
        return jooq.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.ID.eq(id), CUSTOM_FIELD.ARCHIVED_AT.isNull())
                .forNoKeyUpdate()
                .fetchOptional();
    }

    void wish(long id, boolean indexed) {
        jooq.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.INDEXED, indexed)
                .where(CUSTOM_FIELD.ID.eq(id))
                .execute();
    }

    /** Makes it so, or takes it away. Whether there is an index now. */
    boolean align(long id) {
        return jooq.select(field("records.align_index({0})", Boolean.class, inline(id)))
                .fetchSingle()
                .value1();
    }

    /** Whose index is not as wished for, or might be of another version of the order of words. */
    List<Long> toAlign() {
        return jooq.select(CUSTOM_FIELD.ID)
                .from(CUSTOM_FIELD)
                .where(or(CUSTOM_FIELD.INDEXED.isTrue(), PRESENT))
                .fetch(CUSTOM_FIELD.ID);
    }

    /** Throws INVALID_FIELDS where texts would grow longer than the field's index can hold. */
    public static void checkFits(CustomFieldRecord row, @Nullable Integer longest) {
        if (row.getIndexed() && longest != null && longest > LONGEST) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "maxLength",
                    "too-long",
                    Words.of("字段有索引时最多 500 字，请先删除索引", "With an index at most 500 characters: drop that first"))));
        }
    }

    static boolean isPossible(Kind kind, @Nullable Integer longest) {
        return switch (kind) {
            case LONG_TEXT, TAGS, BOOLEAN -> false;
            default -> longest == null || longest <= LONGEST;
        };
    }

    private static Field<Long> job() {
        return field(select(max(JOB.ID))
                        .from(JOB)
                        .where(JOB.KIND.eq(IndexWork.NAME), JOB.SUBJECT_ID.eq(CUSTOM_FIELD.ID)))
                .as("job");
    }

    private static FieldIndex index(CustomFieldRecord row, boolean present, @Nullable Long job) {
        Kind kind = Kind.valueOf(row.getKind());
        FieldIndex.State state = present
                ? FieldIndex.State.READY
                : row.getIndexed()
                        ? FieldIndex.State.WISHED
                        : isPossible(kind, row.getMaxLength()) ? FieldIndex.State.NONE : FieldIndex.State.IMPOSSIBLE;
        // A list sorted by a reference is sorted by what the other record is called.
        return new FieldIndex(
                row.getId().toString(), state, kind != Kind.REFERENCE, job == null ? null : job.toString());
    }
}
