package qiji.opportunity;

import qiji.access.Viewer;

/** Whoever goes on with what was won, told in the transaction that wins. Loaded ones are not told of. [D12] */
public interface HearsWins {
    /** Also of one that was won before, and opened again. */
    void won(long opportunityId, Viewer viewer);

    /** Whether something stands on it, so that it cannot go. */
    boolean standsOn(long opportunityId);
}
