package qiji.opportunity.plan;

import db.opportunity.tables.records.PlanItemRecord;
import db.opportunity.tables.records.PlanRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.part.OpportunityHold;
import qiji.opportunity.schedule.ItemDraft;
import qiji.opportunity.schedule.ItemMove;
import qiji.opportunity.schedule.ItemVerbs;
import qiji.opportunity.schedule.Schedule;
import qiji.opportunity.schedule.Scheduling;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/**
 * The development plan of an opportunity. Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN,
 * OPPORTUNITY_CLOSED, STALE_VERSION for who read another version, INVALID_FIELDS. [D7]
 */
@Service
public class Plans implements ItemVerbs {
    private final OpportunityHold hold;
    private final PlanStore store;
    private final Scheduling<PlanItemRecord> items;
    private final PlanNotices notices;
    private final Writing writing;

    Plans(OpportunityHold hold, PlanStore store, PlanNotices notices, Writing writing, Clock clock) {
        this.hold = hold;
        this.store = store;
        this.items = new Scheduling<>(store.items(), clock);
        this.notices = notices;
        this.writing = writing;
    }

    /** Strategy and resources. The new version. */
    @Transactional
    public int save(long id, PlanDraft draft, Viewer viewer) {
        begin(id, null, viewer);
        mustBeFaultless(draft);
        PlanRecord row = of(id, draft.version());
        row.setPositioning(draft.positioning());
        row.setChannel(draft.channel());
        row.setPrice(draft.price());
        store.saveResources(id, draft.resources());
        return store.save(row);
    }

    /** Whoever decided that it gets this, of an opportunity that the caller has locked; what is planned already is not planned twice. */
    public void need(long id, List<PlanDraft.Resource> more) {
        if (store.addResources(id, more)) {
            store.save(store.row(id));
        }
    }

    @Override
    @Transactional
    public int setBaseline(long id, int version, @Nullable String reason, Viewer viewer) {
        begin(id, reason, viewer);
        PlanRecord row = of(id, version);
        row.setBaselineAt(items.baseline(id, row.getBaselineAt(), reason));
        return store.save(row);
    }

    @Override
    @Transactional
    public long add(long id, ItemDraft draft, Viewer viewer) {
        begin(id, null, viewer);
        PlanRecord plan = store.row(id);
        if (plan.getVersion() == 0) {
            store.save(plan);
        }
        long item = items.add(id, draft);
        notices.assigned(id, draft, null, viewer);
        return item;
    }

    @Override
    @Transactional
    public int change(long id, long itemId, ItemDraft draft, Viewer viewer) {
        begin(id, null, viewer);
        Long before = store.assignee(id, itemId);
        int version = items.change(id, itemId, draft);
        notices.assigned(id, draft, before, viewer);
        return version;
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

    private static void mustBeFaultless(PlanDraft draft) {
        List<FieldFault> faults = new ArrayList<>();
        for (int place = 0; place < draft.resources().size(); place++) {
            LocalDate neededOn = draft.resources().get(place).neededOn();
            if (neededOn != null && !Schedule.isPlannable(neededOn)) {
                faults.add(Schedule.outOfRange("resources.%d.neededOn".formatted(place)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private void begin(long id, @Nullable String reason, Viewer viewer) {
        writing.by(viewer, reason);
        hold.toWork(id, viewer);
    }

    private PlanRecord of(long id, int version) {
        PlanRecord row = store.row(id);
        if (row.getVersion() != version) {
            throw Problem.stale(row.getVersion());
        }
        return row;
    }
}
