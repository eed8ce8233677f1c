package qiji.project;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.project.Tables.PROJECT;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import db.project.tables.ProjectTable;
import db.project.tables.records.ProjectRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.MemberRole;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Relation;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.schedule.ItemView;
import qiji.platform.Problem;
import qiji.project.life.ProjectState;
import qiji.records.RecordPage;
import qiji.records.Records;
import qiji.records.past.AsOf;

/** One project, read for its page. Each answer begins with whether the viewer may see it. */
@Repository
class ProjectQueries {
    private final DSLContext jooq;
    private final Records records;
    private final ProjectStore store;
    private final ReportStore reports;
    private final Clock clock;

    ProjectQueries(DSLContext jooq, Records records, ProjectStore store, ReportStore reports, Clock clock) {
        this.jooq = jooq;
        this.records = records;
        this.store = store;
        this.reports = reports;
        this.clock = clock;
    }

    /** What is to be done, by whom and when; {@code version} is that of the project. */
    record Planned(
            int version,
            @Nullable Instant baselineAt,
            @Nullable Integer slipDays,
            List<ItemView> items) {}

    /** As of the end of a day, null for now; of the past nothing may be done. Throws NOT_FOUND, FORBIDDEN. */
    RecordPage get(long id, @Nullable LocalDate asOf, Viewer viewer) {
        viewer.mustBeAllowed(ProjectPermissions.READ);
        Instant moment = AsOf.endOf(asOf, clock);
        var values = records.one(ProjectFields.TYPE, id, moment, viewer);
        if (moment != null) {
            return RecordPage.of(id, 0, values, Map.of());
        }
        ProjectRecord row = store.row(id, viewer);
        return RecordPage.of(id, row.getVersion(), values, may(row, viewer));
    }

    private Map<String, Boolean> may(ProjectRecord row, Viewer viewer) {
        OpportunityRecord opportunity = jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(row.getOpportunityId()));
        String role = jooq.fetchValue(OpportunityStore.roleOf(viewer, val(row.getOpportunityId())));
        Relation relation = Relation.of(viewer, opportunity, role == null ? null : MemberRole.valueOf(role));
        boolean alive = OpportunityStatus.WON.name().equals(opportunity.getStatus());
        boolean works = alive && Projects.mayWork(row, relation, viewer);
        boolean leads = works && Projects.mayLead(row, relation, viewer);
        ProjectState state = ProjectState.valueOf(row.getState());
        Map<String, Boolean> may = new LinkedHashMap<>();
        may.put("edit", works);
        may.put("plan", works && state != ProjectState.CLOSED);
        may.put("start", works && state == ProjectState.SET_UP);
        may.put("report", works && state == ProjectState.RUNNING);
        may.put("complete", leads && state == ProjectState.RUNNING);
        may.put("close", leads && state == ProjectState.COMPLETED);
        may.put("resume", leads && (state == ProjectState.COMPLETED || state == ProjectState.CLOSED));
        may.put("attach", Projects.mayWork(row, relation, viewer));
        return may;
    }

    /** The same of its items. */
    Planned plan(long id, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        ProjectTable project = PROJECT.as("project");
        mustSee(id, moment, viewer);
        var row = AsOf.at(moment, jooq)
                .select(project.VERSION, project.BASELINE_AT)
                .from(AsOf.rows(PROJECT, project.getName()))
                .where(project.ID.eq(id))
                .fetchSingle();
        List<ItemView> items = store.items().read(id, moment);
        return new Planned(row.value1(), row.value2(), ItemView.slipOf(items), items);
    }

    /** The same of what was reported. */
    List<ReportStore.Report> reports(long id, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        mustSee(id, moment, viewer);
        return reports.of(id, moment);
    }

    private void mustSee(long id, @Nullable Instant moment, Viewer viewer) {
        viewer.mustBeAllowed(ProjectPermissions.READ);
        ProjectTable p = PROJECT.as("project");
        if (!AsOf.at(moment, jooq)
                .fetchExists(selectOne()
                        .from(AsOf.rows(PROJECT, p.getName()))
                        .where(p.ID.eq(id))
                        .and(Projects.visibleTo(viewer, p)))) {
            throw Problem.notFound();
        }
    }
}
