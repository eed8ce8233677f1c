package qiji.platform.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Finds what separates the cells of a text file. */
final class Separator {
    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int SAMPLE_CHARACTERS = 65_536;

    private Separator() {}

    /** The candidate that cuts most of the first rows into as many cells as the header; a comma if none does. */
    static char of(Reader reader, Limits limits) throws IOException {
        var buffer = new char[SAMPLE_CHARACTERS];
        int length = 0;
        for (int n = 0; n >= 0 && length < buffer.length; n = reader.read(buffer, length, buffer.length - length)) {
            length += n;
        }
        var sample = new String(buffer, 0, length);
        boolean isCut = length == buffer.length;
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(widths(sample, candidate, isCut, limits));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of rows as wide as the header; among equals, the wider wins. */
    private static double score(List<Integer> widths) {
        if (widths.isEmpty() || widths.getFirst() < 2) {
            return 0;
        }
        int columns = widths.getFirst();
        long alike = widths.stream().filter(width -> width == columns).count();
        return (double) alike / widths.size() + columns / 1e6;
    }

    private static List<Integer> widths(String sample, char separator, boolean isCut, Limits limits)
            throws IOException {
        var widths = new ArrayList<Integer>();
        try (var source = new CsvSource(new StringReader(sample), separator, limits)) {
            for (var row = source.next(); row != null; row = source.next()) {
                if (!row.isBlank()) {
                    widths.add(row.cells().size());
                }
            }
            if (isCut && widths.size() > 1) {
                widths.removeLast();
            }
        } catch (UnreadableFile ignored) {
            // with the wrong separator quotes seem unbalanced; the rows before that still tell
        }
        return widths;
    }
}
