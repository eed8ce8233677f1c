package qiji.opportunity;

import qiji.access.Viewer;
import qiji.platform.Words;

/** Whoever asks something about an opportunity that none answers once it has ended, told in the transaction that ends it. [D9] */
public interface HearsEndings {
    /** {@code how} names what it ended as. */
    void ended(long opportunityId, Words how, Viewer viewer);
}
