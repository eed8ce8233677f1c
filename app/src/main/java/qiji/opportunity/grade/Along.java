package qiji.opportunity.grade;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Decision;
import qiji.platform.Words;

/**
 * What goes along with a grade that waits for its confirmation, where the rule has both in one flow: the assessment. The caller
 * has locked the opportunity. [D9]
 */
public interface Along {
    /** What of it is shown to who decides, by the names of {@link #labels} or of fields; empty where nothing went along. */
    Map<String, @Nullable Object> snapshot(long opportunityId, Viewer viewer);

    Map<String, Words> labels();

    /** It is decided as the grade is; nothing where nothing goes along. */
    void decided(long opportunityId, Decision decision, Viewer decider);

    /** Nobody decides the grade any more: it was withdrawn. */
    void withdrawn(long opportunityId);

    /** The grade waits no longer, and was not decided: from here it goes its own way. */
    void leftAlone(long opportunityId, Viewer viewer);
}
