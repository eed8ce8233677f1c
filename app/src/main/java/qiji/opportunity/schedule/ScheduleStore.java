package qiji.opportunity.schedule;

import static db.organization.Tables.APP_USER;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import qiji.records.past.AsOf;

/** Reads and writes the items of one owner — an opportunity, a project — that the caller sees, and has locked to write. */
public final class ScheduleStore<R extends UpdatableRecord<R>> {
    private final DSLContext jooq;
    private final Table<R> table;
    private final TableField<R, Long> owner;
    private final Columns at;

    /** The columns that each table of items has, of one alias of it. */
    private record Columns(
            Field<Long> id,
            Field<Integer> version,
            Field<String> kind,
            Field<String> title,
            Field<Long> assignee,
            Field<LocalDate> startsOn,
            Field<LocalDate> endsOn,
            Field<LocalDate> baseStartsOn,
            Field<LocalDate> baseEndsOn,
            Field<LocalDate> doneOn,
            Field<Long> dependsOn) {

        static Columns of(Table<?> table) {
            return new Columns(
                    column(table, "id", Long.class),
                    column(table, "version", Integer.class),
                    column(table, "kind", String.class),
                    column(table, "title", String.class),
                    column(table, "assignee_id", Long.class),
                    column(table, "starts_on", LocalDate.class),
                    column(table, "ends_on", LocalDate.class),
                    column(table, "base_starts_on", LocalDate.class),
                    column(table, "base_ends_on", LocalDate.class),
                    column(table, "done_on", LocalDate.class),
                    column(table, "depends_on", Long.class));
        }

        private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
            return requireNonNull(table.field(name, type));
        }
    }

    public ScheduleStore(DSLContext jooq, Table<R> table, TableField<R, Long> owner) {
        this.jooq = jooq;
        this.table = table;
        this.owner = owner;
        this.at = Columns.of(table);
    }

    /** In the order of their days, as of a moment, null for now. */
    public List<ItemView> read(long ownerId, @Nullable Instant moment) {
        Table<?> items = table.as("item");
        Columns in = Columns.of(items);
        return AsOf.at(moment, jooq)
                .select(items.fields())
                .select(APP_USER.NAME)
                .from(AsOf.rows(table, items.getName()))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(in.assignee))
                .where(requireNonNull(items.field(owner)).eq(ownerId))
                .orderBy(in.startsOn, in.endsOn, in.id)
                .fetch(row -> view(row, in));
    }

    private static ItemView view(Record row, Columns in) {
        LocalDate endsOn = row.get(in.endsOn);
        LocalDate doneOn = row.get(in.doneOn);
        return new ItemView(
                row.get(in.id),
                row.get(in.version),
                ItemKind.valueOf(row.get(in.kind)),
                row.get(in.title),
                row.get(in.assignee),
                row.get(APP_USER.NAME),
                row.get(in.startsOn),
                endsOn,
                row.get(in.baseStartsOn),
                row.get(in.baseEndsOn),
                doneOn,
                row.get(in.dependsOn),
                ItemView.days(row.get(in.baseEndsOn), ItemView.end(endsOn, doneOn)));
    }

    /** By their ids. */
    Map<Long, R> rows(long ownerId) {
        return jooq.selectFrom(table).where(owner.eq(ownerId)).orderBy(at.id).fetchMap(at.id);
    }

    Schedule.Item item(R row) {
        return new Schedule.Item(
                row.get(at.id),
                ItemKind.valueOf(row.get(at.kind)),
                row.get(at.startsOn),
                row.get(at.endsOn),
                row.get(at.doneOn),
                row.get(at.dependsOn));
    }

    R fresh(long ownerId) {
        R row = jooq.newRecord(table);
        row.set(owner, ownerId);
        return row;
    }

    void fill(R row, ItemDraft draft) {
        row.set(at.kind, draft.kind().name());
        row.set(at.title, draft.title().strip());
        row.set(at.assignee, draft.assigneeId());
        row.set(at.doneOn, draft.doneOn());
        row.set(at.dependsOn, draft.predecessorId());
    }

    void fill(R row, Schedule.Item item) {
        row.set(at.startsOn, item.startsOn());
        row.set(at.endsOn, item.endsOn());
    }

    int version(R row) {
        return row.get(at.version);
    }

    @Nullable
    Long assignee(R row) {
        return row.get(at.assignee);
    }

    long insert(R row) {
        row.insert();
        return row.get(at.id);
    }

    void save(R row) {
        if (row.modified()) {
            row.set(at.version, row.get(at.version) + 1);
            row.update();
        }
    }

    /** What waited for it waits for what it waited for. */
    void delete(R row) {
        jooq.update(table)
                .set(at.dependsOn, row.get(at.dependsOn))
                .set(at.version, at.version.plus(1))
                .where(at.dependsOn.eq(row.get(at.id)))
                .execute();
        row.delete();
    }

    /** The days of now are those that slips are measured against from now on. */
    void baseline(long ownerId) {
        jooq.update(table)
                .set(at.baseStartsOn, at.startsOn)
                .set(at.baseEndsOn, at.endsOn)
                .set(at.version, at.version.plus(1))
                .where(owner.eq(ownerId))
                .execute();
    }

    /** New items like {@code open} ones of another owner, waiting for one another as those do. How many. */
    public int copy(List<ItemView> open, long ownerId) {
        Map<Long, Long> ids = new LinkedHashMap<>();
        for (ItemView like : open) {
            R row = fresh(ownerId);
            row.set(at.kind, like.kind().name());
            row.set(at.title, like.title());
            row.set(at.assignee, like.assigneeId());
            row.set(at.startsOn, like.startsOn());
            row.set(at.endsOn, like.endsOn());
            ids.put(like.id(), insert(row));
        }
        for (ItemView like : open) {
            Long before = like.predecessorId() == null ? null : ids.get(like.predecessorId());
            if (before != null) {
                jooq.update(table)
                        .set(at.dependsOn, before)
                        .where(at.id.eq(ids.get(like.id())))
                        .execute();
            }
        }
        return ids.size();
    }

    boolean isActive(long userId) {
        return jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId), APP_USER.STATE.eq("ACTIVE"));
    }
}
