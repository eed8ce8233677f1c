package qiji.records.imports;

/** How far an import has come. */
enum ImportState {
    UPLOADED,
    /** The dry run is at work. */
    TRYING,
    /** The dry run is done. */
    CHECKED,
    RUNNING,
    /** Cancelled or failed in between; it can go on after the last rows that it wrote, or be undone. */
    INTERRUPTED,
    DONE,
    UNDONE
}
