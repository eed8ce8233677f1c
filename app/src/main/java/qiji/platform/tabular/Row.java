package qiji.platform.tabular;

import java.util.List;

/**
 * One row of a table. {@code number} is what a spreadsheet shows beside it, so the header is usually row 1; a row of a
 * CSV file counts once however many lines its quoted cells span. There is a cell, maybe empty, for every column; more
 * than that where the row is longer than the header and holds something there.
 */
public record Row(long number, List<String> cells) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
