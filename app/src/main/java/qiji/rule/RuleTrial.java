package qiji.rule;

import java.util.List;
import qiji.access.Viewer;

/** What a draft of one kind of rule would have changed: a bean of the module that owns the records. [X7] */
public interface RuleTrial<B> extends TrialKind {
    RuleKind<B> kind();

    /** Throws FORBIDDEN if the viewer may not read what records are judged by. */
    void mustBeAllowed(Viewer viewer);

    /**
     * The verdicts that would have been others, as the records were at the time, of those records that the viewer may see.
     * A record counts once: as it was when its verdict differed last.
     */
    TrialResult run(List<RuleStretch<B>> stretches, Viewer viewer, Progress progress);
}
