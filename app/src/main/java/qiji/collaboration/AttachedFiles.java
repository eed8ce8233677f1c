package qiji.collaboration;

import static db.collaboration.Tables.FILE;

import db.collaboration.tables.records.FileRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.FileStore;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Files on any record: who sees the record sees them, who may change it may add and remove them. [D1] */
@Component
public class AttachedFiles {
    /** 50 MB. */
    static final long LARGEST = 50L << 20;

    private final DSLContext jooq;
    private final FileFields fields;
    private final FileQueries queries;
    private final FileStore store;
    private final RecordAccess access;
    private final Writing writing;
    private final Clock clock;

    AttachedFiles(
            DSLContext jooq,
            FileFields fields,
            FileQueries queries,
            FileStore store,
            RecordAccess access,
            Writing writing,
            Clock clock) {
        this.jooq = jooq;
        this.fields = fields;
        this.queries = queries;
        this.store = store;
        this.access = access;
        this.writing = writing;
        this.clock = clock;
    }

    /** A file to be given out. */
    record Content(String name, String contentType, String sha256, Path path) {}

    /** Throws NOT_FOUND if the viewer may not see the record. */
    @Transactional(readOnly = true)
    public List<FileRow> of(RecordRef record, Viewer viewer) {
        access.mustSee(viewer, record);
        return queries.of(record, viewer);
    }

    /** Throws NOT_FOUND, FORBIDDEN, TOO_LARGE above 50 MB, INVALID_FIELDS for a name of which nothing can be kept. */
    @Transactional
    public long attach(RecordRef record, String givenName, InputStream content, Viewer viewer) throws IOException {
        access.mustWrite(viewer, record);
        String name = FileName.of(givenName)
                .orElseThrow(() -> Problem.invalid(List.of(FieldFault.of(
                        "file",
                        "invalid-name",
                        Words.of("文件名无效，请改名后再上传", "Rename the file: its name cannot be kept")))));
        FileStore.Stored stored = store.put(content, LARGEST);
        writing.by(viewer);
        FileRecord named = new FileRecord();
        named.setName(name);
        return jooq.insertInto(FILE)
                .set(fields.type().searchOf(named))
                .set(FILE.RECORD_TYPE, record.type())
                .set(FILE.RECORD_ID, record.id())
                .set(FILE.NAME, name)
                .set(FILE.SIZE, stored.size())
                .set(FILE.CONTENT_TYPE, ContentTypes.of(store.find(stored.name()), name))
                .set(FILE.SHA256, stored.name())
                .set(FILE.UPLOADED_BY, viewer.userId())
                .set(FILE.UPLOADED_AT, clock.instant())
                .returningResult(FILE.ID)
                .fetchSingle()
                .value1();
    }

    /** Throws NOT_FOUND if there is no such file, or the viewer may not see its record. */
    @Transactional(readOnly = true)
    public Content content(long id, Viewer viewer) {
        return queries.find(id, viewer)
                .map(file -> new Content(file.name(), file.contentType(), file.sha256(), store.find(file.sha256())))
                .orElseThrow(Problem::notFound);
    }

    /** Marks it removed; its content stays. Who uploaded it may, and who may change the record. Else FORBIDDEN. */
    @Transactional
    public void remove(long id, Viewer viewer) {
        FileQueries.Held file = queries.find(id, viewer).orElseThrow(Problem::notFound);
        if (file.uploadedBy() != viewer.userId()) {
            access.mustWrite(viewer, file.record());
        }
        writing.by(viewer);
        jooq.update(FILE)
                .set(FILE.REMOVED_AT, clock.instant())
                .where(FILE.ID.eq(id))
                .and(FILE.REMOVED_AT.isNull())
                .execute();
    }
}
