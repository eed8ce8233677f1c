package qiji.platform.tabular;

/** How much of a file is read before it is refused. Rows do not count the header. */
record Limits(
        long fileBytes, int rows, int columns, int cellLength, long partBytes, int partCount, long sharedTextBytes) {

    private static final long MIB = 1024 * 1024;

    /**
     * A cell of 32,767 characters is the longest that Excel itself allows. The texts that a workbook shares between its
     * cells are the one thing held in memory while reading, so they may take a quarter of it.
     */
    static final Limits STANDARD = new Limits(
            200 * MIB,
            1_000_000,
            500,
            32_767,
            2048 * MIB,
            10_000,
            Runtime.getRuntime().maxMemory() / 4);

    Limits withRows(int rows) {
        return new Limits(fileBytes, rows, columns, cellLength, partBytes, partCount, sharedTextBytes);
    }

    Limits withFileBytes(long fileBytes) {
        return new Limits(fileBytes, rows, columns, cellLength, partBytes, partCount, sharedTextBytes);
    }

    Limits withPartBytes(long partBytes) {
        return new Limits(fileBytes, rows, columns, cellLength, partBytes, partCount, sharedTextBytes);
    }

    Limits withSharedTextBytes(long sharedTextBytes) {
        return new Limits(fileBytes, rows, columns, cellLength, partBytes, partCount, sharedTextBytes);
    }
}
