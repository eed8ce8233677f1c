package qiji.opportunity.move;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.move.WakeUpStore.Woken;
import qiji.opportunity.telling.OpportunityNotices;
import qiji.organization.holder.Holders;

/**
 * What was deferred returns to its owner when its day has come, and the owner is told. Where the owner has left, it goes to the
 * nearest leader upwards: what is open belongs to somebody who works here. What a leaver hands over is the heir's already. [D12]
 */
@Service
public class WakingUp {
    private final WakeUpStore store;
    private final OpportunityStore opportunities;
    private final OpportunityNotices notices;
    private final Holders holders;
    private final Writing writing;
    private final Clock clock;

    WakingUp(
            WakeUpStore store,
            OpportunityStore opportunities,
            OpportunityNotices notices,
            Holders holders,
            Writing writing,
            Clock clock) {
        this.store = store;
        this.opportunities = opportunities;
        this.notices = notices;
        this.holders = holders;
        this.writing = writing;
        this.clock = clock;
    }

    /** Opens a batch of those deferred up to today, in the name of the system. Whether there may be more. */
    @Transactional
    public boolean wakeUp() {
        Viewer system = Viewer.system("wake-up date reached");
        writing.by(system);
        List<Woken> woken = store.wake(LocalDate.now(clock), clock.instant(), system);
        Map<Long, Long> awake = new HashMap<>();
        Map<Long, Optional<Long>> leaders = new HashMap<>();
        Map<Long, List<Long>> orphans = new HashMap<>();
        for (Woken one : woken) {
            if (one.owner() != null) {
                awake.put(one.id(), one.owner());
            } else {
                leaders.computeIfAbsent(one.departmentId() == null ? 0 : one.departmentId(), _ -> leader(one))
                        .ifPresent(leader -> orphans.computeIfAbsent(leader, _ -> new ArrayList<>())
                                .add(one.id()));
            }
        }
        orphans.forEach((leader, ids) -> give(ids, leader, system));
        notices.awake(awake, orphans);
        return woken.size() == WakeUpStore.MOST;
    }

    /** As a transfer does, one by one: they are few, and may be graded by another department's rule now. */
    private void give(List<Long> ids, long leader, Viewer system) {
        Long home = store.homeOf(leader);
        for (long id : ids) {
            OpportunityRecord row = opportunities.lock(id, system).row();
            row.setOwnerId(leader);
            row.setDepartmentId(home);
            opportunities.save(row, system);
        }
    }

    private Optional<Long> leader(Woken one) {
        return holders.leader(one.departmentId(), 0, Set.of()).userIds().stream()
                .findFirst();
    }
}
