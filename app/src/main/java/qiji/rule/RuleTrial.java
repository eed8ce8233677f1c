package qiji.rule;

import java.util.List;
import qiji.access.Viewer;
import qiji.platform.Words;

/** What a draft of one kind of rule would have changed: a bean of the module that owns the records. [X7] */
public interface RuleTrial<B> {
    RuleKind<B> kind();

    /** The type of the records that a rule judges, e.g. {@code opportunity}. */
    String recordType();

    /** What a rule makes of a record, in the order in which people should read it. */
    List<Verdict> verdicts();

    record Verdict(String code, Words label) {}

    /** Throws FORBIDDEN if the viewer may not read what records are judged by. */
    void mustBeAllowed(Viewer viewer);

    /** Whether the viewer may read the amounts. */
    boolean tellsAmounts(Viewer viewer);

    /**
     * The verdicts that would have been others, as the records were at the time, of those records that the viewer may see.
     * A record counts once: as it was when its verdict differed last.
     */
    TrialResult run(List<RuleStretch<B>> stretches, Viewer viewer, Progress progress);

    /** To be told between steps; may end the work. */
    interface Progress {
        void tell(long done, long total);
    }
}
