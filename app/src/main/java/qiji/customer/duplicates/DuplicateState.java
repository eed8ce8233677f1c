package qiji.customer.duplicates;

/** What was decided of a pair. */
enum DuplicateState {
    OPEN,
    /** They are not the same. */
    DISMISSED,
    MERGED
}
