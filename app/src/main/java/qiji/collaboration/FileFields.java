package qiji.collaboration;

import static db.collaboration.Tables.FILE;
import static qiji.records.Fields.instant;
import static qiji.records.Fields.integer;
import static qiji.records.Fields.reference;
import static qiji.records.Fields.text;

import db.collaboration.tables.FileTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import qiji.access.Explains;
import qiji.access.RecordAccess;
import qiji.access.SeenByRecord;
import qiji.organization.UserFields;
import qiji.platform.Words;
import qiji.records.RecordType;
import qiji.records.about.About;

/** The fields of a file on a record: what lists and the search know of it. [D1 X1] */
@Configuration(proxyBeanMethods = false)
class FileFields {
    private final RecordType<FileTable> type;

    FileFields(RecordAccess access) {
        type = RecordType.of("file", Words.of("附件", "File"), FILE, f -> f.ID)
                .label("name", f -> f.NAME)
                .seenWith(new About<>(access, f -> f.RECORD_TYPE, f -> f.RECORD_ID))
                .visible((viewer, f) -> FileQueries.visibleTo(viewer, f, access))
                .archivedAt(f -> f.REMOVED_AT)
                .readByWhoSeesItsRecord()
                .search(f -> f.SEARCH)
                .defaultSort("-uploadedAt")
                .fields(
                        text("name", "文件名", "Name", (FileTable f) -> f.NAME)
                                .readOnly()
                                .column(),
                        integer("size", "大小", "Bytes", (FileTable f) -> f.SIZE)
                                .readOnly()
                                .column(),
                        text("contentType", "类型", "Content type", (FileTable f) -> f.CONTENT_TYPE)
                                .readOnly(),
                        reference(
                                        "uploadedBy",
                                        "上传人",
                                        "Uploaded by",
                                        (FileTable f) -> f.UPLOADED_BY,
                                        () -> UserFields.TYPE)
                                .readOnly()
                                .column(),
                        instant("uploadedAt", "上传时间", "Uploaded at", (FileTable f) -> f.UPLOADED_AT)
                                .readOnly()
                                .column());
    }

    RecordType<FileTable> type() {
        return type;
    }

    @Bean
    RecordType<?> fileType() {
        return type;
    }

    @Bean
    Explains fileExplained(RecordAccess access) {
        return SeenByRecord.of(
                        "file",
                        Words.of("附件", "File"),
                        FILE.ID,
                        viewer -> FileQueries.visibleTo(viewer, FILE, access),
                        FILE.RECORD_TYPE,
                        FILE.RECORD_ID)
                .withoutPermission();
    }
}
