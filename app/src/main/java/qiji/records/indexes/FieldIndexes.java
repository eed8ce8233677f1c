package qiji.records.indexes;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.Jobs;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.CustomFields;
import qiji.records.Kind;
import qiji.records.RecordsPermissions;

/** Gives custom fields an index, and takes it away. Made by a job, since many records take their time. [X2] */
@Service
public class FieldIndexes implements ApplicationRunner {
    private final FieldIndexStore store;
    private final Writing writing;
    private final Jobs jobs;

    FieldIndexes(FieldIndexStore store, Writing writing, Jobs jobs) {
        this.store = store;
        this.writing = writing;
        this.jobs = jobs;
    }

    /** Those of a type. Throws FORBIDDEN. */
    @Transactional(readOnly = true)
    public List<FieldIndex> of(String type, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        return store.of(type);
    }

    /** The id of the job. Asked for again, it is tried again. Throws NOT_FOUND, FORBIDDEN, INVALID_FIELDS. */
    @Transactional
    public long add(long fieldId, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        var field = store.lock(fieldId).orElseThrow(Problem::notFound);
        if (!FieldIndexStore.isPossible(Kind.valueOf(field.getKind()), field.getMaxLength())) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "kind",
                    "unsupported",
                    Words.of(
                            "此类字段或超过 500 字的文字不能建索引",
                            "Such values, or texts of over 500 characters, cannot be indexed"))));
        }
        writing.by(viewer);
        store.wish(fieldId, true);
        return jobs.start(IndexWork.NAME, fieldId, viewer);
    }

    /** At once. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional
    public void drop(long fieldId, Viewer viewer) {
        viewer.mustBeAllowed(RecordsPermissions.EDIT_FIELDS);
        var _ = store.lock(fieldId).orElseThrow(Problem::notFound);
        writing.by(viewer);
        store.wish(fieldId, false);
        store.align(fieldId);
    }

    /** What nobody is asked about any more needs no index. */
    @EventListener
    void putAway(CustomFields.Archived archived) {
        store.align(archived.fieldId());
    }

    /** Restored data come without their indexes, and another server may order words by another version. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (!store.toAlign().isEmpty()) {
            jobs.start(IndexWork.NAME, null, Viewer.system(IndexWork.NAME));
        }
    }
}
