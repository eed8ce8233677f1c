package qiji.platform.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Turns a header row into names that can be told apart. */
final class ColumnNames {
    private ColumnNames() {}

    /** Unnamed columns get their letter (A, B, …); the second column called "name" becomes "name (2)". */
    static List<String> of(List<String> header) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            var plain = header.get(i).strip().replaceAll("\\s+", " ");
            var name = plain.isEmpty() ? letters(i) : plain;
            var distinct = name;
            for (int n = 2; !taken.add(distinct); n++) {
                distinct = name + " (" + n + ")";
            }
            names.add(distinct);
        }
        return List.copyOf(names);
    }

    /** 0 is A, 25 is Z, 26 is AA. */
    static String letters(int index) {
        var letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.reverse().toString();
    }
}
