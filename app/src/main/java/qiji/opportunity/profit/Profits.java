package qiji.opportunity.profit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.part.OpportunityHold;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** What an opportunity is to bring, as people reckon it. [D6] */
@Service
class Profits {
    private final OpportunityHold hold;
    private final ProfitStore store;
    private final Writing writing;

    Profits(OpportunityHold hold, ProfitStore store, Writing writing) {
        this.hold = hold;
        this.store = store;
        this.writing = writing;
    }

    /**
     * Takes the place of all months there were. Throws NOT_FOUND for what the viewer may not see, FORBIDDEN,
     * OPPORTUNITY_CLOSED, INVALID_FIELDS, STALE_VERSION for who read other months.
     */
    @Transactional
    public void reckon(long opportunityId, List<CashMonth> months, int version, Viewer viewer) {
        writing.by(viewer);
        hold.toWork(opportunityId, viewer);
        viewer.mustBeAllowed(OpportunityPermissions.PROFIT);
        List<FieldFault> faults = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < months.size(); i++) {
            var month = months.get(i).month();
            String at = "months[" + i + "].month";
            if (month.getDayOfMonth() != 1 || month.getYear() < 1900 || month.getYear() > 2200) {
                faults.add(FieldFault.of(at, "malformed", Words.of("须为某月的第一天", "The first day of a month")));
            } else if (!seen.add(month)) {
                faults.add(FieldFault.of(at, "taken", Words.of("月份重复", "This month is there twice")));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        int now = CashMonth.version(store.of(opportunityId));
        if (version != now) {
            throw Problem.stale(now);
        }
        store.save(opportunityId, months);
    }
}
