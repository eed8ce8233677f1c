package qiji.records.register;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.RecordPage;
import qiji.records.RecordType;
import qiji.records.Records;
import qiji.records.imports.ImportVerbs;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with the records of a register: made, edited, put away. Whoever may see one sees all. The permissions are
 * called by the type, e.g. {@code product:read}. Versions, search and archive are columns of the same name in each.
 */
public abstract class Register<R extends UpdatableRecord<R>> implements ImportVerbs {
    private final RecordType<?> type;
    private final Table<R> table;
    private final Field<Long> id;
    private final Field<Integer> version;
    private final Field<Instant> archivedAt;
    private final DSLContext jooq;
    private final FieldReader reader;
    private final Records records;
    private final Writing writing;
    private final Clock clock;

    protected Register(
            RecordType<?> type,
            Table<R> table,
            DSLContext jooq,
            FieldReader reader,
            Records records,
            Writing writing,
            Clock clock) {
        this.type = type;
        this.table = table;
        this.id = column("id", Long.class);
        this.version = column("version", Integer.class);
        this.archivedAt = column("archived_at", Instant.class);
        this.jooq = jooq;
        this.reader = reader;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    private <T> Field<T> column(String name, Class<T> kind) {
        return requireNonNull(table.field(name, kind));
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see them. */
    @Transactional(readOnly = true)
    public RecordPage get(long key, Viewer viewer) {
        viewer.mustBeAllowed(right("read"));
        var values = records.one(type, key, viewer);
        int now = requireNonNull(
                jooq.select(version).from(table).where(id.eq(key)).fetchSingle(version));
        return RecordPage.of(
                key, now, values, Map.of("edit", viewer.may(right("edit")), "archive", viewer.may(right("archive"))));
    }

    /** Throws INVALID_FIELDS, also for a name or code that is taken. */
    @Override
    @Transactional
    public long create(ObjectNode values, Viewer viewer) {
        viewer.mustBeAllowed(right("create"));
        R row = jooq.newRecord(table);
        reader.forCreate(type, values, viewer).applyTo(row);
        row.set(column("created_by", Long.class), viewer.userId());
        row.set(column("created_at", Instant.class), clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        return row.get(id);
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS. */
    @Transactional
    public int edit(long key, ObjectNode values, Viewer viewer) {
        R row = lock(key, "edit", viewer);
        FieldValues given = reader.forEdit(type, values, viewer);
        given.mustBeOn(row.get(version));
        given.applyTo(row);
        return save(row, viewer);
    }

    @Override
    @Transactional
    public void update(long key, ObjectNode values, Viewer viewer) {
        edit(key, values, viewer);
    }

    /** Puts it away: it can no longer be chosen. Repeating it changes nothing. */
    @Transactional
    public void archive(long key, Viewer viewer) {
        R row = lock(key, "archive", viewer);
        if (row.get(archivedAt) == null) {
            row.set(archivedAt, clock.instant());
            save(row, viewer);
        }
    }

    @Transactional
    public void restore(long key, Viewer viewer) {
        R row = lock(key, "archive", viewer);
        if (row.get(archivedAt) != null) {
            row.set(archivedAt, null);
            save(row, viewer);
        }
    }

    /** Removes what an import made, unless something stands on it: its name must be free to be loaded anew. */
    @Override
    @Transactional
    public void remove(long key, Viewer viewer) {
        R row = lock(key, "edit", viewer);
        writing.by(viewer);
        row.delete();
    }

    private int save(R row, Viewer viewer) {
        row.set(version, row.get(version) + 1);
        writing.by(viewer);
        row.update();
        index(row);
        return row.get(version);
    }

    private R lock(long key, String verb, Viewer viewer) {
        viewer.mustBeAllowed(right("read"));
        R row = jooq.selectFrom(table)
                .where(id.eq(key))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(right(verb));
        return row;
    }

    private void index(R row) {
        jooq.update(table).set(type.searchOf(row)).where(id.eq(row.get(id))).execute();
    }

    private String right(String verb) {
        return type.name() + ":" + verb;
    }
}
