package qiji.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.platform.Problem;

/** Many decisions, each on its own: one that is refused does not keep the others. [D9] */
@Component
class ManyDecisions {
    private final Decisions decisions;

    ManyDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** {@code refused} says why it stays as it is; null if it was decided. */
    record Result(String id, @Nullable String refused) {}

    List<Result> decide(List<Long> ids, Outcome outcome, @Nullable String comment, Viewer viewer) {
        return ids.stream()
                .distinct()
                .map(id -> decide(id, outcome, comment, viewer))
                .toList();
    }

    private Result decide(long id, Outcome outcome, @Nullable String comment, Viewer viewer) {
        try {
            decisions.decide(id, outcome, comment, viewer);
            return new Result(Long.toString(id), null);
        } catch (Problem refused) {
            if (!refused.faults().isEmpty()) {
                throw refused; // of what was said, and so the same for each
            }
            return new Result(Long.toString(id), refused.getBody().getDetail());
        }
    }
}
