package qiji.project;

import java.time.Clock;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.HearsWins;

/** What is won becomes a project; one that is there already goes on. [D12] */
@Component
class ProjectOfWin implements HearsWins {
    private final ProjectStore store;
    private final Clock clock;

    ProjectOfWin(ProjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void won(long opportunityId, Viewer viewer) {
        if (store.of(opportunityId).isEmpty()) {
            store.insert(opportunityId, clock.instant(), viewer);
        }
    }

    @Override
    public boolean standsOn(long opportunityId) {
        return store.of(opportunityId).isPresent();
    }
}
