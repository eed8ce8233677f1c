package qiji.platform.tabular;

/** A sheet of a workbook holds no more rows; a CSV file does. */
public final class SheetFull extends RuntimeException {
    private final int limit;

    SheetFull(int limit) {
        super("A sheet holds " + limit + " rows");
        this.limit = limit;
    }

    /** Rows that a sheet holds, the header included. */
    public int limit() {
        return limit;
    }
}
