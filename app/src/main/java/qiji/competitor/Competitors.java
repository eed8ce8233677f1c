package qiji.competitor;

import static db.competitor.Tables.COMPETITOR;

import db.competitor.tables.records.CompetitorRecord;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.RecordPage;
import qiji.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** What can be done with the register of competitors. Everyone who may see it sees all of it. [D11] */
@Component
public class Competitors {
    /** How companions and permissions name a competitor. */
    public static final String TYPE = "competitor";

    private final DSLContext jooq;
    private final FieldReader reader;
    private final Records records;
    private final Writing writing;
    private final Clock clock;

    Competitors(DSLContext jooq, FieldReader reader, Records records, Writing writing, Clock clock) {
        this.jooq = jooq;
        this.reader = reader;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see competitors. */
    @Transactional(readOnly = true)
    public RecordPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed(CompetitorPermissions.READ);
        var values = records.one(CompetitorFields.TYPE, id, viewer);
        int version = jooq.fetchSingle(COMPETITOR, COMPETITOR.ID.eq(id)).getVersion();
        return RecordPage.of(
                id,
                version,
                values,
                Map.of(
                        "edit", viewer.may(CompetitorPermissions.EDIT),
                        "archive", viewer.may(CompetitorPermissions.ARCHIVE)));
    }

    /** Throws INVALID_FIELDS, also for a name or code that is taken. */
    @Transactional
    public long create(ObjectNode values, Viewer viewer) {
        viewer.mustBeAllowed(CompetitorPermissions.CREATE);
        CompetitorRecord row = jooq.newRecord(COMPETITOR);
        reader.forCreate(CompetitorFields.TYPE, values, viewer).applyTo(row);
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        return row.getId();
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        CompetitorRecord row = lock(id, CompetitorPermissions.EDIT, viewer);
        FieldValues given = reader.forEdit(CompetitorFields.TYPE, values, viewer);
        given.mustBeOn(row.getVersion());
        given.applyTo(row);
        return save(row, viewer);
    }

    /** Puts it away: it can no longer be chosen. Repeating it changes nothing. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        CompetitorRecord row = lock(id, CompetitorPermissions.ARCHIVE, viewer);
        if (row.getArchivedAt() == null) {
            row.setArchivedAt(clock.instant());
            save(row, viewer);
        }
    }

    @Transactional
    public void restore(long id, Viewer viewer) {
        CompetitorRecord row = lock(id, CompetitorPermissions.ARCHIVE, viewer);
        if (row.getArchivedAt() != null) {
            row.setArchivedAt(null);
            save(row, viewer);
        }
    }

    /** Removes what an import made, unless something stands on it: its name must be free to be loaded anew. */
    void remove(long id, Viewer viewer) {
        CompetitorRecord row = lock(id, CompetitorPermissions.EDIT, viewer);
        writing.by(viewer);
        row.delete();
    }

    private int save(CompetitorRecord row, Viewer viewer) {
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        index(row);
        return row.getVersion();
    }

    private CompetitorRecord lock(long id, String permission, Viewer viewer) {
        viewer.mustBeAllowed(CompetitorPermissions.READ);
        CompetitorRecord row = jooq.selectFrom(COMPETITOR)
                .where(COMPETITOR.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(permission);
        return row;
    }

    private void index(CompetitorRecord row) {
        jooq.update(COMPETITOR)
                .set(CompetitorFields.TYPE.searchOf(row))
                .where(COMPETITOR.ID.eq(row.getId()))
                .execute();
    }
}
