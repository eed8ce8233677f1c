package qiji.records.imports;

/** What a run has done so far, in rows of the file; {@code made} are records and choices that rows referred to. */
record ImportResult(long good, long bad, long created, long updated, long unchanged, long made) {
    static final ImportResult NOTHING = new ImportResult(0, 0, 0, 0, 0, 0);

    ImportResult plus(ImportResult other) {
        return new ImportResult(
                good + other.good,
                bad + other.bad,
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                made + other.made);
    }
}
