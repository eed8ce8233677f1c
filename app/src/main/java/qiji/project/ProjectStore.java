package qiji.project;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.project.Tables.ITEM;
import static db.project.Tables.PROJECT;

import db.opportunity.tables.records.OpportunityRecord;
import db.project.tables.records.ItemRecord;
import db.project.tables.records.ProjectRecord;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.schedule.ScheduleStore;
import qiji.platform.Problem;
import qiji.project.life.Project;
import qiji.project.life.ProjectState;

/** Locks projects that the viewer sees, their opportunities first, and saves what became of them. */
@Repository
class ProjectStore {
    private final DSLContext jooq;
    private final OpportunityStore opportunities;
    private final ScheduleStore<ItemRecord> items;

    ProjectStore(DSLContext jooq, OpportunityStore opportunities) {
        this.jooq = jooq;
        this.opportunities = opportunities;
        this.items = new ScheduleStore<>(jooq, ITEM, ITEM.PROJECT_ID);
    }

    /** A project locked for a change: its row, the rules over it, and the opportunity that it stands on. */
    record HeldProject(ProjectRecord row, Project project, Held opportunity) {}

    ScheduleStore<ItemRecord> items() {
        return items;
    }

    /** Throws NOT_FOUND, also for what the viewer may not see. */
    ProjectRecord row(long id, Viewer viewer) {
        viewer.mustBeAllowed(ProjectPermissions.READ);
        return jooq.selectFrom(PROJECT)
                .where(PROJECT.ID.eq(id))
                .and(Projects.visibleTo(viewer, PROJECT))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Until the transaction ends. The opportunity comes first, as it does where winning makes its project. */
    HeldProject lock(long id, Viewer viewer) {
        Held opportunity = opportunities.lock(row(id, viewer).getOpportunityId(), viewer);
        ProjectRecord row = jooq.selectFrom(PROJECT)
                .where(PROJECT.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        boolean frozen = opportunity.opportunity().status() != OpportunityStatus.WON;
        return new HeldProject(row, project(row, frozen), opportunity);
    }

    static Project project(ProjectRecord row, boolean frozen) {
        return new Project(
                ProjectState.valueOf(row.getState()),
                frozen,
                row.getPercent(),
                row.getStartedOn(),
                row.getCompletedOn() == null ? null : new Project.End(row.getCompletedOn(), row.getCompletionNote()),
                row.getClosedOn() == null ? null : new Project.End(row.getClosedOn(), row.getClosingNote()));
    }

    Optional<Long> of(long opportunityId) {
        return jooq.select(PROJECT.ID)
                .from(PROJECT)
                .where(PROJECT.OPPORTUNITY_ID.eq(opportunityId))
                .fetchOptional(PROJECT.ID);
    }

    /** Set up, led by the owner of the opportunity, which the caller has locked. */
    long insert(long opportunityId, Instant now, Viewer viewer) {
        OpportunityRecord opportunity = jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(opportunityId));
        ProjectRecord row = jooq.newRecord(PROJECT);
        row.setOpportunityId(opportunityId);
        row.setName(opportunity.getName());
        row.setLeadId(opportunity.getOwnerId());
        row.setStateAt(now);
        row.setCreatedAt(now);
        row.setCreatedBy(viewer.userId());
        row.insert();
        index(row);
        return row.getId();
    }

    /** Writes what the rules decide. The new version. */
    int save(ProjectRecord row, Project after, Instant now) {
        if (!after.state().name().equals(row.getState())) {
            row.setStateAt(now);
        }
        row.setState(after.state().name());
        row.setPercent(after.percent());
        row.setStartedOn(after.startedOn());
        Project.End completion = after.completion();
        row.setCompletedOn(completion == null ? null : completion.on());
        row.setCompletionNote(completion == null ? null : completion.note());
        Project.End closing = after.closing();
        row.setClosedOn(closing == null ? null : closing.on());
        row.setClosingNote(closing == null ? null : closing.note());
        return save(row);
    }

    int save(ProjectRecord row) {
        boolean renamed = row.modified(PROJECT.NAME);
        row.setVersion(row.getVersion() + 1);
        row.update();
        if (renamed) {
            index(row);
        }
        return row.getVersion();
    }

    private void index(ProjectRecord row) {
        jooq.update(PROJECT)
                .set(ProjectFields.TYPE.searchOf(row))
                .where(PROJECT.ID.eq(row.getId()))
                .execute();
    }
}
