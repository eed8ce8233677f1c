package qiji.opportunity.city;

import db.opportunity.tables.records.CityReportRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.CityReportState;
import qiji.opportunity.grade.GradeEvent;
import qiji.opportunity.grade.GradeStore;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * Keeps what was reported to the city company and what came back. Each verb throws NOT_FOUND for what the viewer may not
 * see, FORBIDDEN, INVALID_FIELDS. [D3]
 */
@Service
class CityReports {
    private static final Set<String> CALLED_FOR = Set.of(CityReportState.DUE.name(), CityReportState.RETURNED.name());

    private final OpportunityStore opportunities;
    private final CityReportStore store;
    private final GradeStore trail;
    private final FieldLabels labels;
    private final Writing writing;
    private final Clock clock;

    CityReports(
            OpportunityStore opportunities,
            CityReportStore store,
            GradeStore trail,
            FieldLabels labels,
            Writing writing,
            Clock clock) {
        this.opportunities = opportunities;
        this.store = store;
        this.trail = trail;
        this.labels = labels;
        this.writing = writing;
        this.clock = clock;
    }

    /** Also of a closed one, as long as it is due. Throws CITY_REPORT_NOT_DUE. The report's id. */
    @Transactional
    public long report(long id, CityReportDraft draft, Viewer viewer) {
        OpportunityRecord row = held(id, viewer);
        if (row.getCityReport() == null || !CALLED_FOR.contains(row.getCityReport())) {
            throw new Problem(OpportunityProblem.CITY_REPORT_NOT_DUE);
        }
        List<FieldFault> faults = new ArrayList<>();
        LocalDate on = day("reportedOn", draft.reportedOn(), null, faults);
        if (draft.mailId() != null && !store.isFileOf(id, draft.mailId())) {
            faults.add(FieldFault.unknown("mailId"));
        }
        mustHaveNone(faults);
        long report = store.add(id, draft, on, viewer);
        trail.tell(id, GradeEvent.REPORTED, null, row.getGradeConfirmed(), viewer);
        return report;
    }

    /** Throws CITY_REPORT_ANSWERED. */
    @Transactional
    public void answer(long id, long reportId, CityAnswer said, Viewer viewer) {
        OpportunityRecord row = held(id, viewer);
        CityReportRecord report = store.get(id, reportId);
        if (report.getAnswer() != null) {
            throw new Problem(OpportunityProblem.CITY_REPORT_ANSWERED);
        }
        List<FieldFault> faults = new ArrayList<>();
        CityAnswer.Kind answer = said.answer();
        if (answer == null) {
            faults.add(FieldFault.required("answer"));
        }
        String note = said.note();
        if (answer == CityAnswer.Kind.RETURN && (note == null || note.isBlank())) {
            faults.add(FieldFault.required("note"));
        }
        LocalDate on = day("answeredOn", said.answeredOn(), report.getReportedOn(), faults);
        mustHaveNone(faults);
        boolean isReceipt = answer == CityAnswer.Kind.RECEIPT;
        store.answer(report, Objects.requireNonNull(answer), on, note, viewer);
        trail.tell(id, isReceipt ? GradeEvent.RECEIVED : GradeEvent.SENT_BACK, null, row.getGradeConfirmed(), viewer);
    }

    private OpportunityRecord held(long id, Viewer viewer) {
        writing.by(viewer);
        Held held = opportunities.lock(id, viewer);
        held.relation().mustWork();
        if (!labels.mayReadAll(viewer, "cityReport", "cityReportedOn")) {
            throw Problem.forbidden(OpportunityPermissions.EDIT);
        }
        return held.row();
    }

    /** Today unless it is said; never in the future, nor before {@code earliest}. */
    private LocalDate day(
            String field, @Nullable LocalDate given, @Nullable LocalDate earliest, List<FieldFault> faults) {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        LocalDate on = given == null ? today : given;
        if (on.isAfter(today)) {
            faults.add(FieldFault.of(field, "in-future", Words.of("日期不能晚于今天", "The day must not be after today")));
        }
        if (on.isBefore(earliest == null ? LocalDate.of(1900, 1, 1) : earliest)) {
            faults.add(FieldFault.of(field, "too-early", Words.of("日期太早", "The day is too early")));
        }
        return on;
    }

    private static void mustHaveNone(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
