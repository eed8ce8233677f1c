package qiji.opportunity.grade;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Decision;
import qiji.platform.Words;

/**
 * What goes along with a grade that waits for its confirmation, where the rule has both in one flow: the assessment. The caller
 * has locked the opportunity. [D9]
 */
public interface Along {
    /** What of it is shown to who decides, by the names of {@link #labels} or of fields; empty where nothing goes along. */
    Map<String, @Nullable Object> snapshot(long opportunityId, Viewer viewer);

    /** The same of what went along last, whatever became of it: beside what was asked then. */
    Map<String, @Nullable Object> last(long opportunityId, Viewer viewer);

    Map<String, Words> labels();

    /** Who sent it, while it goes along. */
    Optional<Long> sender(long opportunityId);

    /** It is decided as the grade is; nothing where nothing goes along. */
    void decided(long opportunityId, Decision decision, Viewer decider);

    /** What waits by itself is not decided by itself any more: the grade is about to be sent, in one flow with it. */
    void join(long opportunityId, Viewer viewer);

    /** Nobody decides the grade: it was withdrawn, or there is nobody to ask. */
    void withdrawn(long opportunityId);

    /** The grade waits no longer, and was not decided: from here it goes its own way. */
    void leftAlone(long opportunityId, Viewer viewer);
}
