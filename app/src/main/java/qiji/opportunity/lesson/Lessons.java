package qiji.opportunity.lesson;

import db.opportunity.tables.records.LessonRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Secrecy;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.records.RecordPage;
import qiji.records.Records;

/**
 * What can be done with lessons: read, published, taken back. Their text is changed by a review of the opportunity. Each verb
 * throws NOT_FOUND for what the viewer may not see, FORBIDDEN, STALE_VERSION. [D12 E4]
 */
@Service
class Lessons {
    private final LessonStore store;
    private final OpportunityStore opportunities;
    private final Records records;
    private final Writing writing;
    private final Clock clock;

    Lessons(LessonStore store, OpportunityStore opportunities, Records records, Writing writing, Clock clock) {
        this.store = store;
        this.opportunities = opportunities;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RecordPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed(LessonPermissions.READ);
        var values = records.one(LessonFields.TYPE, id, viewer);
        LessonRecord row = store.find(id, viewer);
        boolean may = viewer.may(LessonPermissions.PUBLISH) && opportunities.sees(row.getOpportunityId(), viewer);
        Map<String, Boolean> verbs = new LinkedHashMap<>();
        verbs.put("publish", may && row.getPublishedAt() == null && !isConfidential(row, viewer));
        verbs.put("withdraw", may && row.getPublishedAt() != null);
        return RecordPage.of(id, row.getVersion(), values, verbs);
    }

    /** To all with the right, under a title of their own choice. Throws LESSON_CONFIDENTIAL, INVALID_FIELDS. */
    @Transactional
    public int publish(long id, @Nullable String title, @Nullable Integer version, Viewer viewer) {
        LessonRecord row = held(id, version, viewer);
        if (isConfidential(row, viewer)) {
            throw new Problem(OpportunityProblem.LESSON_CONFIDENTIAL);
        }
        if (title != null) {
            if (title.isBlank()) {
                throw Problem.invalid(List.of(FieldFault.required("title")));
            }
            row.setTitle(title.strip());
        }
        row.setPublishedAt(clock.instant());
        row.setPublishedBy(viewer.userId());
        return store.save(row);
    }

    /** Only those see it again who see its opportunity. */
    @Transactional
    public int withdraw(long id, @Nullable Integer version, Viewer viewer) {
        LessonRecord row = held(id, version, viewer);
        row.setPublishedAt(null);
        row.setPublishedBy(null);
        return store.save(row);
    }

    /** By who sees the opportunity, which is locked first as everywhere. */
    private LessonRecord held(long id, @Nullable Integer version, Viewer viewer) {
        viewer.mustBeAllowed(LessonPermissions.READ);
        writing.by(viewer);
        long opportunity = store.find(id, viewer).getOpportunityId();
        viewer.mustBeAllowed(LessonPermissions.PUBLISH);
        opportunities.lock(opportunity, viewer);
        LessonRecord row = store.lock(id, viewer).orElseThrow(Problem::notFound);
        if (version != null && !version.equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        return row;
    }

    private boolean isConfidential(LessonRecord row, Viewer viewer) {
        OpportunityRecord opportunity = opportunities.row(row.getOpportunityId(), viewer);
        return Secrecy.CONFIDENTIAL.name().equals(opportunity.getSecrecy());
    }
}
