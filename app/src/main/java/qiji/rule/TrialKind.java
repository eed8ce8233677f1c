package qiji.rule;

import java.util.List;
import qiji.access.Viewer;
import qiji.platform.Words;

/** What trials of drafts of one kind judge, and what they tell. [X7] */
public interface TrialKind {
    /** The type of the records that are judged, e.g. {@code opportunity}. */
    String recordType();

    /** What is made of a record, in the order in which people should read it. */
    List<Verdict> verdicts();

    record Verdict(String code, Words label) {}

    /** Whether the viewer may read the amounts. */
    boolean tellsAmounts(Viewer viewer);

    /** To be told between steps; may end the work. */
    interface Progress {
        void tell(long done, long total);
    }

    /** How people call the reasons and doubts that a result names by their codes. */
    interface Telling {
        Words reason(String code);

        Words doubt(String code);
    }
}
