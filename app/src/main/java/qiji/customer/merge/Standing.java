package qiji.customer.merge;

/** How two records stand to each other among those that stand above others. None may come to stand above itself. */
enum Standing {
    APART,
    /** What stands below the one that goes takes the place of that. */
    KEEP_BELOW,
    /** What stands above the one that goes may be the survivor, or what is below that. */
    GONE_BELOW
}
