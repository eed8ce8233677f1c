package qiji.platform.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Finds what separates the cells of a text file. */
final class Separator {
    private static final String USUAL = ",\t;|";
    /** These also stand within cells, as in times: taken only where nothing usual cuts the rows as evenly. */
    private static final String RARE = "~^:¦§#\u0001\u001F，；｜";

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
        for (char candidate : (USUAL + RARE).toCharArray()) {
            boolean isUsual = USUAL.indexOf(candidate) >= 0;
            double score = score(widths(sample, candidate, isCut, limits), isUsual);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** The share of rows as wide as the header; among equals, the usual and then the wider wins. */
    private static double score(List<Integer> widths, boolean isUsual) {
        int fewestRows = isUsual ? 1 : 2;
        if (widths.size() < fewestRows || widths.getFirst() < 2) {
            return 0;
        }
        int columns = widths.getFirst();
        long alike = widths.stream().filter(width -> width == columns).count();
        return (double) alike / widths.size() + columns / (isUsual ? 1e6 : 1e12);
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
