package qiji.customer.merge;

import static db.customer.Tables.MERGE;
import static db.customer.Tables.MERGE_MOVE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import db.customer.tables.records.MergeMoveRecord;
import db.customer.tables.records.MergeRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.UpdatableRecord;
import org.springframework.stereotype.Repository;
import qiji.access.Reattaches.Moved;
import qiji.access.Viewer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes rows of both types alike, and keeps what merges did. */
@Repository
class MergeStore {
    /** Of one record only, living or not. */
    static final String EXTERNAL_ID = "external_id";

    private static final String BETWEEN_NAMES = "；";
    private static final Field<Long> ID = field(name("id"), Long.class);
    /** Amounts come back as they went. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final DSLContext jooq;

    MergeStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The rows that the viewer may see, locked, in the order of their ids: two merges of the same never wait for each other. */
    <R extends UpdatableRecord<R>> Map<Long, R> lock(Mergeable<R> mergeable, List<Long> ids, Viewer viewer) {
        // One merge or undoing at a time: they write what others remember.
        jooq.execute("select pg_advisory_xact_lock(hashtext('customer.merge'))");
        return jooq.selectFrom(mergeable.table())
                .where(ID.in(ids))
                .and(mergeable.visibleTo(viewer))
                .orderBy(ID)
                .forUpdate()
                .fetchMap(row -> row.get(ID), row -> row);
    }

    <R extends UpdatableRecord<R>> Map<Long, R> read(Mergeable<R> mergeable, List<Long> ids, Viewer viewer) {
        return jooq.selectFrom(mergeable.table())
                .where(ID.in(ids))
                .and(mergeable.visibleTo(viewer))
                .fetchMap(row -> row.get(ID), row -> row);
    }

    Set<Long> meeting(Mergeable<?> mergeable, List<Long> ids, Condition rule) {
        return jooq.select(ID)
                .from(mergeable.table())
                .where(ID.in(ids))
                .and(rule)
                .fetchSet(ID);
    }

    Columns columns(Mergeable<?> mergeable, long id) {
        String row = jooq.select(field("to_jsonb({0})::text", String.class, row(mergeable)))
                .from(mergeable.table())
                .where(ID.eq(id))
                .fetchSingle()
                .value1();
        return Columns.of((ObjectNode) JSON.readTree(row));
    }

    /** Puts {@code changes} of columns into {@code row}, which holds {@code now}. */
    <R extends UpdatableRecord<R>> void apply(
            Map<String, JsonNode> changes, R row, Columns now, Mergeable<R> mergeable) {
        ObjectNode patch = now.patch(changes);
        R changed = jooq.resultQuery(
                        "select (jsonb_populate_record({0}, {1}::jsonb)).* from {3} where {0}.id = {2}",
                        row(mergeable), val(JSON.writeValueAsString(patch)), val(row.get(ID)), mergeable.table())
                .fetchSingle()
                .into(mergeable.table());
        for (Field<?> column : mergeable.table().fields()) {
            if (patch.has(column.getName())) {
                set(row, column, changed);
            }
        }
    }

    /** The whole row, as a value: by the bare name, since with its schema it would be a column. */
    private static Field<?> row(Mergeable<?> mergeable) {
        return field(name(mergeable.table().getName()));
    }

    private static <V> void set(UpdatableRecord<?> row, Field<V> column, UpdatableRecord<?> changed) {
        if (!Objects.deepEquals(row.get(column), changed.get(column))) {
            row.set(column, changed.get(column));
        }
    }

    /** Where two stand to each other; {@code lock}ed as by edits of the same. */
    Standing standing(Mergeable<?> mergeable, long keep, long gone, boolean lock) {
        if (lock) {
            mergeable.chain().lock(jooq);
        }
        return isAbove(mergeable, gone, keep)
                ? Standing.KEEP_BELOW
                : isAbove(mergeable, keep, gone) ? Standing.GONE_BELOW : Standing.APART;
    }

    boolean isAbove(Mergeable<?> mergeable, long one, long other) {
        return mergeable.chain().isAbove(one, other, jooq);
    }

    /** Notes what {@code keep} was called before, and what those are called that were merged into it, except by its name of now. */
    <R extends UpdatableRecord<R>> void nameFormer(Mergeable<R> mergeable, R keep) {
        Field<String> former = column(mergeable, "former_names", String.class);
        Set<String> names = new LinkedHashSet<>();
        jooq.select(MERGE.LOST_NAME, former)
                .from(MERGE)
                .join(mergeable.table())
                .on(column(mergeable, "id", Long.class).eq(MERGE.GONE_ID))
                .where(MERGE.RECORD_TYPE.eq(mergeable.type().name()))
                .and(MERGE.KEEP_ID.eq(keep.get(ID)))
                .and(MERGE.UNDONE_AT.isNull())
                .orderBy(MERGE.ID)
                .forEach(row -> {
                    names.add(row.value1());
                    if (row.value2() != null) {
                        names.addAll(List.of(row.value2().split(BETWEEN_NAMES)));
                    }
                });
        names.remove(keep.get(column(mergeable, mergeable.type().labelField(), String.class)));
        keep.set(former, names.isEmpty() ? null : String.join(BETWEEN_NAMES, names));
    }

    static <V> Field<V> column(Mergeable<?> mergeable, String name, Class<V> type) {
        return Objects.requireNonNull(mergeable.table().field(name, type), name);
    }

    MergeRecord create() {
        return jooq.newRecord(MERGE);
    }

    Optional<MergeRecord> find(long merge) {
        return jooq.fetchOptional(MERGE, MERGE.ID.eq(merge));
    }

    /** Whether another record than {@code id} has that {@code value}, of which there may be but one. */
    boolean isTaken(Mergeable<?> mergeable, String column, JsonNode value, long id) {
        Condition living = column.equals(EXTERNAL_ID)
                ? noCondition()
                : field(name("archived_at")).isNull();
        return jooq.fetchExists(
                mergeable.table(),
                column(mergeable, column, String.class)
                        .eq(value.asString())
                        .and(ID.ne(id))
                        .and(living));
    }

    JSONB json(List<Change> changes) {
        return JSONB.jsonb(JSON.writeValueAsString(changes));
    }

    List<Change> changes(JSONB kept) {
        return List.of(JSON.readValue(kept.data(), Change[].class));
    }

    /** What one kind of attachment gave over. */
    record Move(String kind, Moved moved) {}

    /** Puts {@code moves} of some {@code kinds} in the place of those noted before. */
    void replace(long merge, Set<String> kinds, List<Move> moves) {
        List<Move> all = new ArrayList<>(moves(merge).reversed());
        all.removeIf(it -> kinds.contains(it.kind()));
        all.addAll(moves);
        jooq.deleteFrom(MERGE_MOVE).where(MERGE_MOVE.MERGE_ID.eq(merge)).execute();
        save(merge, all);
    }

    void save(long merge, List<Move> moves) {
        List<MergeMoveRecord> rows = new ArrayList<>();
        for (Move move : moves) {
            MergeMoveRecord row = jooq.newRecord(MERGE_MOVE);
            row.setMergeId(merge);
            row.setPosition(rows.size());
            row.setKind(move.kind());
            row.setPlace(move.moved().place());
            row.setIds(move.moved().ids().toArray(Long[]::new));
            row.setRemoved(JSONB.jsonb(move.moved().removed()));
            rows.add(row);
        }
        jooq.batchInsert(rows).execute();
    }

    /** The last first. */
    List<Move> moves(long merge) {
        return jooq.selectFrom(MERGE_MOVE)
                .where(MERGE_MOVE.MERGE_ID.eq(merge))
                .orderBy(MERGE_MOVE.POSITION.desc())
                .fetch(row -> new Move(
                        row.getKind(),
                        new Moved(
                                row.getPlace(),
                                List.of(row.getIds()),
                                row.getRemoved().data())));
    }
}
