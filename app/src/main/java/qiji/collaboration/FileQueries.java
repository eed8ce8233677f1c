package qiji.collaboration;

import static db.collaboration.Tables.FILE;
import static db.organization.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import db.collaboration.tables.FileTable;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** The files that a viewer may see: those of records that they may see, not removed. */
@Component
class FileQueries {
    private static final int MOST = 1000;

    private final DSLContext jooq;
    private final RecordAccess access;

    FileQueries(DSLContext jooq, RecordAccess access) {
        this.jooq = jooq;
        this.access = access;
    }

    /** A file to be given out or removed. */
    record Held(RecordRef record, String name, String contentType, String sha256, long uploadedBy) {}

    /** Newest first, at most 1000. */
    List<FileRow> of(RecordRef record, Viewer viewer) {
        return jooq.select(
                        FILE.ID,
                        FILE.NAME,
                        FILE.SIZE,
                        FILE.CONTENT_TYPE,
                        row(APP_USER.ID, APP_USER.NAME).mapping(FileRow.Uploader::new),
                        FILE.UPLOADED_AT)
                .from(FILE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(FILE.UPLOADED_BY))
                .where(visibleTo(viewer, FILE, access))
                .and(FILE.RECORD_TYPE.eq(record.type()))
                .and(FILE.RECORD_ID.eq(record.id()))
                .orderBy(FILE.UPLOADED_AT.desc(), FILE.ID.desc())
                .limit(MOST)
                .fetch(mapping(FileRow::new));
    }

    Optional<Held> find(long id, Viewer viewer) {
        return jooq.select(
                        row(FILE.RECORD_TYPE, FILE.RECORD_ID).mapping(RecordRef::new),
                        FILE.NAME,
                        FILE.CONTENT_TYPE,
                        FILE.SHA256,
                        FILE.UPLOADED_BY)
                .from(FILE)
                .where(visibleTo(viewer, FILE, access))
                .and(FILE.ID.eq(id))
                .fetchOptional(mapping(Held::new));
    }

    static Condition visibleTo(Viewer viewer, FileTable f, RecordAccess access) {
        return f.REMOVED_AT.isNull().and(access.visible(viewer, f.RECORD_TYPE, f.RECORD_ID));
    }
}
