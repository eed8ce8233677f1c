package qiji.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.rule.DraftTrials;
import qiji.rule.TrialView;

/** What another definition would have made of the moves of the past, before it is published. [X7] [D5] */
@Service
public class ProcessTrials {
    /** What the draft is of. Whoever stands on processes tries it. */
    public static final String KIND = "process";

    private final Processes processes;
    private final DraftTrials trials;

    ProcessTrials(Processes processes, DraftTrials trials) {
        this.processes = processes;
        this.trials = trials;
    }

    /** Begins as a job; both days are included. Throws NOT_FOUND, FORBIDDEN, INVALID_FIELDS. */
    @Transactional
    public TrialView.Started start(
            long id, ProcessDraft draft, @Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        processes.mustBePublishable(draft.process(id), viewer);
        return trials.start(KIND, id, draft, from, to, viewer);
    }

    /** The viewer's own last ones, or those older than {@code before}. Throws FORBIDDEN. */
    @Transactional(readOnly = true)
    public List<TrialView.Item> last(long id, @Nullable Long before, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        return trials.last(KIND, id, before, viewer);
    }

    /** One of the viewer's own. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional(readOnly = true)
    public TrialView.Trial get(long id, long trial, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        return trials.get(KIND, id, trial, viewer);
    }
}
