package qiji.opportunity.city;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.CITY_REPORT;
import static db.opportunity.Tables.OPPORTUNITY;

import db.opportunity.tables.records.CityReportRecord;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.grade.CityReportState;
import qiji.platform.Problem;

/** Writes reports of opportunities that the caller has locked; how it stands is kept on the opportunity, without a version. */
@Repository
class CityReportStore {
    private final DSLContext jooq;

    CityReportStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    boolean isFileOf(long id, long fileId) {
        return jooq.fetchExists(
                FILE,
                FILE.ID.eq(fileId),
                FILE.RECORD_TYPE.eq(Opportunities.TYPE),
                FILE.RECORD_ID.eq(id),
                FILE.REMOVED_AT.isNull());
    }

    /** Throws NOT_FOUND. */
    CityReportRecord get(long id, long reportId) {
        return jooq.fetchOptional(CITY_REPORT, CITY_REPORT.ID.eq(reportId), CITY_REPORT.OPPORTUNITY_ID.eq(id))
                .orElseThrow(Problem::notFound);
    }

    long add(long id, CityReportDraft draft, LocalDate on, Viewer viewer) {
        CityReportRecord row = jooq.newRecord(CITY_REPORT);
        row.setOpportunityId(id);
        row.setReportedOn(on);
        row.setReportedBy(viewer.userId());
        row.setMailId(draft.mailId());
        row.setNote(draft.note());
        row.insert();
        stand(id, CityReportState.REPORTED, on);
        return row.getId();
    }

    void answer(CityReportRecord row, CityAnswer.Kind answer, LocalDate on, @Nullable String note, Viewer viewer) {
        row.setAnswer(answer.name());
        row.setAnsweredOn(on);
        row.setAnsweredBy(viewer.userId());
        row.setAnswerNote(note);
        row.update();
        boolean isReceipt = answer == CityAnswer.Kind.RECEIPT;
        stand(
                row.getOpportunityId(),
                isReceipt ? CityReportState.RECEIVED : CityReportState.RETURNED,
                row.getReportedOn());
    }

    private void stand(long id, CityReportState state, LocalDate reportedOn) {
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.CITY_REPORT, state.name())
                .set(OPPORTUNITY.CITY_REPORTED_ON, reportedOn)
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }
}
