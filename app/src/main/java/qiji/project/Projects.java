package qiji.project;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import db.opportunity.tables.OpportunityTable;
import db.project.tables.ProjectTable;
import db.project.tables.records.ProjectRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Relation;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.project.ProjectStore.HeldProject;
import qiji.project.life.Project;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.past.AsOf;
import tools.jackson.databind.JsonNode;

/**
 * What can be done with projects. Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN, PROJECT_FROZEN,
 * PROJECT_STATE_FORBIDS, INVALID_FIELDS, STALE_VERSION for who read another version, and answers with the new one. Who works
 * on the opportunity works on its project; who commands it, or leads the project, ends it. [D12]
 */
@Service
public class Projects {
    /** How companions, permissions and the catalogue name a project. */
    public static final String TYPE = "project";

    private final ProjectStore store;
    private final ReportStore reports;
    private final OpportunityStore opportunities;
    private final FieldReader reader;
    private final Writing writing;
    private final Clock clock;

    Projects(
            ProjectStore store,
            ReportStore reports,
            OpportunityStore opportunities,
            FieldReader reader,
            Writing writing,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.opportunities = opportunities;
        this.reader = reader;
        this.writing = writing;
        this.clock = clock;
    }

    /** The one rule of who sees which project: those of the opportunities that they may see. [A3] */
    public static Condition visibleTo(Viewer viewer, ProjectTable p) {
        if (!viewer.may(OpportunityPermissions.READ)) {
            return falseCondition();
        }
        OpportunityTable theirs = OPPORTUNITY.as("their_opportunity");
        Condition seen = Opportunities.visibleTo(viewer, theirs);
        return seen.equals(trueCondition())
                ? seen
                : p.OPPORTUNITY_ID.in(select(theirs.ID)
                        .from(AsOf.rows(OPPORTUNITY, theirs.getName()))
                        .where(seen));
    }

    /** Of an opportunity that was won before there were projects, or loaded as won. Throws PROJECT_EXISTS, OPPORTUNITY_NOT_WON. */
    @Transactional
    public long setUp(long opportunityId, Viewer viewer) {
        writing.by(viewer);
        viewer.mustBeAllowed(ProjectPermissions.READ);
        var held = opportunities.lock(opportunityId, viewer);
        if (!held.relation().mayWork(ProjectPermissions.CREATE)) {
            throw Problem.forbidden(ProjectPermissions.CREATE);
        }
        if (held.opportunity().status() != OpportunityStatus.WON) {
            throw new Problem(ProjectProblem.OPPORTUNITY_NOT_WON);
        }
        if (store.of(opportunityId).isPresent()) {
            throw new Problem(ProjectProblem.PROJECT_EXISTS);
        }
        return store.insert(opportunityId, clock.instant(), viewer);
    }

    /** Its name, who leads it, when it is due. */
    @Transactional
    public int edit(long id, JsonNode body, Viewer viewer) {
        writing.by(viewer);
        HeldProject held = hold(id, null, viewer);
        if (held.project().frozen()) {
            throw new Problem(ProjectProblem.PROJECT_FROZEN);
        }
        FieldValues values = reader.forEdit(ProjectFields.TYPE, body, viewer);
        values.mustBeOn(held.row().getVersion());
        values.applyTo(held.row());
        return store.save(held.row());
    }

    @Transactional
    public int start(long id, @Nullable LocalDate day, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer);
        return conclude(hold(id, version, viewer), project -> project.start(day, today()));
    }

    /** How far it has come, and what there is to say of it. */
    @Transactional
    public int report(
            long id,
            @Nullable BigDecimal percent,
            @Nullable String feedback,
            @Nullable Integer version,
            Viewer viewer) {
        writing.by(viewer);
        HeldProject held = hold(id, version, viewer);
        held.row().setReportedAt(clock.instant());
        int saved = conclude(held, project -> project.report(percent, feedback));
        reports.insert(held.row(), feedback, viewer);
        return saved;
    }

    @Transactional
    public int complete(
            long id, @Nullable LocalDate day, @Nullable String note, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer);
        return conclude(led(id, version, viewer), project -> project.complete(day, note, today()));
    }

    @Transactional
    public int close(
            long id, @Nullable LocalDate day, @Nullable String note, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer);
        return conclude(led(id, version, viewer), project -> project.close(day, note, today()));
    }

    @Transactional
    public int resume(long id, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer, reason);
        return conclude(led(id, version, viewer), project -> project.resume(reason));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Time.ZONE));
    }

    private HeldProject hold(long id, @Nullable Integer version, Viewer viewer) {
        HeldProject held = store.lock(id, viewer);
        if (!mayWork(held.row(), held.opportunity().relation(), viewer)) {
            throw Problem.forbidden(ProjectPermissions.EDIT);
        }
        if (version != null && !version.equals(held.row().getVersion())) {
            throw Problem.stale(held.row().getVersion());
        }
        return held;
    }

    private HeldProject led(long id, @Nullable Integer version, Viewer viewer) {
        HeldProject held = hold(id, version, viewer);
        if (!mayLead(held.row(), held.opportunity().relation(), viewer)) {
            throw Problem.forbidden(ProjectPermissions.EDIT);
        }
        return held;
    }

    static boolean mayWork(ProjectRecord row, Relation relation, Viewer viewer) {
        return relation.mayWork(ProjectPermissions.EDIT) || viewer.may(ProjectPermissions.EDIT) && isLead(row, viewer);
    }

    static boolean mayLead(ProjectRecord row, Relation relation, Viewer viewer) {
        return relation.mayCommand(ProjectPermissions.EDIT) || isLead(row, viewer);
    }

    private static boolean isLead(ProjectRecord row, Viewer viewer) {
        return Long.valueOf(viewer.userId()).equals(row.getLeadId());
    }

    private int conclude(HeldProject held, Function<Project, Project.Outcome> verb) {
        return switch (verb.apply(held.project())) {
            case Project.Outcome.Changed(var after) -> store.save(held.row(), after, clock.instant());
            case Project.Outcome.Refused refused -> throw problem(refused);
        };
    }

    /** Of the kind that has to be mended first, with all reasons. */
    private static Problem problem(Project.Outcome.Refused refused) {
        Problem problem = new Problem(
                refused.frozen()
                        ? ProjectProblem.PROJECT_FROZEN
                        : refused.wrongState() != null
                                ? ProjectProblem.PROJECT_STATE_FORBIDS
                                : CommonProblem.INVALID_FIELDS);
        if (refused.wrongState() != null) {
            problem.with("projectState", refused.wrongState());
        }
        return refused.faults().isEmpty() ? problem : problem.with("fields", refused.faults());
    }
}
