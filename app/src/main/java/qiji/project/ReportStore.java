package qiji.project;

import static db.organization.Tables.APP_USER;
import static db.project.Tables.REPORT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import db.project.tables.records.ProjectRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;

/** What was reported of projects that the caller sees, and has locked to write. */
@Repository
class ReportStore {
    private static final int MOST = 200;

    /** {@code percent} is how far it had come, 0 to 100. */
    record Report(BigDecimal percent, String feedback, Instant at, String by) {}

    private final DSLContext jooq;

    ReportStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** As far as its project says that it has come. */
    void insert(ProjectRecord project, @Nullable String feedback, Viewer viewer) {
        jooq.insertInto(REPORT)
                .set(REPORT.PROJECT_ID, project.getId())
                .set(REPORT.PERCENT, project.getPercent())
                .set(REPORT.FEEDBACK, feedback)
                .set(REPORT.REPORTED_AT, project.getReportedAt())
                .set(REPORT.REPORTED_BY, viewer.userId())
                .execute();
    }

    /** Newest first, up to a moment, null for now; the last two hundred. */
    List<Report> of(long projectId, @Nullable Instant moment) {
        return jooq.select(REPORT.PERCENT, REPORT.FEEDBACK, REPORT.REPORTED_AT, APP_USER.NAME)
                .from(REPORT)
                .join(APP_USER)
                .on(APP_USER.ID.eq(REPORT.REPORTED_BY))
                .where(REPORT.PROJECT_ID.eq(projectId))
                .and(moment == null ? noCondition() : REPORT.REPORTED_AT.le(moment))
                .orderBy(REPORT.REPORTED_AT.desc(), REPORT.ID.desc())
                .limit(MOST)
                .fetch(mapping(Report::new));
    }
}
