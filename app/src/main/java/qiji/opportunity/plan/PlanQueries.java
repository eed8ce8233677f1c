package qiji.opportunity.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.detail.OpportunityQueries;
import qiji.opportunity.schedule.ItemView;
import qiji.platform.Problem;
import qiji.records.past.AsOf;

/** The plan of one opportunity, for who sees that. [D7] */
@Repository
public class PlanQueries {
    private final PlanStore store;
    private final OpportunityQueries opportunities;
    private final FieldLabels labels;
    private final Clock clock;

    PlanQueries(PlanStore store, OpportunityQueries opportunities, FieldLabels labels, Clock clock) {
        this.store = store;
        this.opportunities = opportunities;
        this.labels = labels;
        this.clock = clock;
    }

    /** Of the end of a day, null for now. Throws NOT_FOUND, also for who may not read plans. */
    PlanView of(long id, @Nullable LocalDate asOf, Viewer viewer) {
        Instant moment = AsOf.endOf(asOf, clock);
        opportunities.mustSee(id, moment, viewer);
        if (!labels.mayRead(FieldLabels.PLAN, viewer)) {
            throw Problem.notFound();
        }
        return store.read(id, moment);
    }

    /** What is still to be done by it. Throws NOT_FOUND. */
    public List<ItemView> openItems(long id, Viewer viewer) {
        opportunities.mustSee(id, viewer);
        if (!labels.mayRead(FieldLabels.PLAN, viewer)) {
            return List.of();
        }
        return store.items().read(id, null).stream()
                .filter(item -> item.doneOn() == null)
                .toList();
    }
}
