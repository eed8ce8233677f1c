package qiji.project;

import db.project.tables.records.ItemRecord;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.plan.PlanQueries;
import qiji.opportunity.schedule.ItemDraft;
import qiji.opportunity.schedule.ItemMove;
import qiji.opportunity.schedule.ItemVerbs;
import qiji.opportunity.schedule.Scheduling;
import qiji.platform.Problem;
import qiji.project.ProjectStore.HeldProject;
import qiji.project.life.ProjectState;

/** What is to be done in a project, by whom and when. Throws as {@link Projects} does; a closed one stays as it was. [D12] */
@Service
class ProjectPlans implements ItemVerbs {
    private final ProjectStore store;
    private final PlanQueries plans;
    private final Scheduling<ItemRecord> items;
    private final Writing writing;

    ProjectPlans(ProjectStore store, PlanQueries plans, Writing writing, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.items = new Scheduling<>(store.items(), clock);
        this.writing = writing;
    }

    @Override
    @Transactional
    public int setBaseline(long id, int version, @Nullable String reason, Viewer viewer) {
        HeldProject held = begin(id, reason, viewer);
        if (held.row().getVersion() != version) {
            throw Problem.stale(held.row().getVersion());
        }
        held.row().setBaselineAt(items.baseline(id, held.row().getBaselineAt(), reason));
        return store.save(held.row());
    }

    /** What the plan of the opportunity leaves open becomes the plan of the project. How many. Throws PROJECT_PLANNED. */
    @Transactional
    public int takeOver(long id, Viewer viewer) {
        HeldProject held = begin(id, null, viewer);
        if (!store.items().read(id, null).isEmpty()) {
            throw new Problem(ProjectProblem.PROJECT_PLANNED);
        }
        return store.items().copy(plans.openItems(held.row().getOpportunityId(), viewer), id);
    }

    @Override
    @Transactional
    public long add(long id, ItemDraft draft, Viewer viewer) {
        begin(id, null, viewer);
        return items.add(id, draft);
    }

    @Override
    @Transactional
    public int change(long id, long itemId, ItemDraft draft, Viewer viewer) {
        begin(id, null, viewer);
        return items.change(id, itemId, draft);
    }

    @Override
    @Transactional
    public int move(long id, long itemId, ItemMove move, Viewer viewer) {
        begin(id, null, viewer);
        return items.move(id, itemId, move);
    }

    @Override
    @Transactional
    public void remove(long id, long itemId, @Nullable Integer version, Viewer viewer) {
        begin(id, null, viewer);
        items.remove(id, itemId, version);
    }

    private HeldProject begin(long id, @Nullable String reason, Viewer viewer) {
        writing.by(viewer, reason);
        HeldProject held = store.lock(id, viewer);
        if (!Projects.mayWork(held.row(), held.opportunity().relation(), viewer)) {
            throw Problem.forbidden(ProjectPermissions.EDIT);
        }
        if (held.project().frozen()) {
            throw new Problem(ProjectProblem.PROJECT_FROZEN);
        }
        if (held.project().state() == ProjectState.CLOSED) {
            throw new Problem(ProjectProblem.PROJECT_STATE_FORBIDS).with("projectState", ProjectState.CLOSED);
        }
        return held;
    }
}
