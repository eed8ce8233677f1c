package qiji.audit;

import static db.audit.Tables.ENTRY;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.Origin;
import qiji.access.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** What the application itself writes into the audit. */
@Component
class Entries implements Audits {
    private final DSLContext jooq;
    private final Origin origin;
    private final JsonMapper json;

    Entries(DSLContext jooq, Origin origin, JsonMapper json) {
        this.jooq = jooq;
        this.origin = origin;
        this.json = json;
    }

    @Override
    @Transactional
    public void record(
            Viewer viewer, String action, String subjectType, @Nullable Long subjectId, Map<String, ?> details) {
        jooq.insertInto(ENTRY)
                .set(ENTRY.USER_ID, viewer.userId())
                .set(ENTRY.VIA, origin.here())
                .set(ENTRY.ACTION, action)
                .set(ENTRY.SUBJECT_TYPE, subjectType)
                .set(ENTRY.SUBJECT_ID, subjectId)
                .set(ENTRY.AFTER, details.isEmpty() ? null : JSONB.valueOf(json.writeValueAsString(details)))
                .set(ENTRY.REASON, viewer.isSystem() ? viewer.name() : null)
                .execute();
    }
}
