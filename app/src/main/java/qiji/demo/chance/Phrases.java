package qiji.demo.chance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences that people of the trade write, kept in sections; {@code {customer}} and the like stand for names. */
public final class Phrases {
    private static final Map<String, List<String>> SECTIONS = read();

    private Phrases() {}

    /** A sentence of that section; names come in pairs, the place before what stands there. */
    public static String any(Chance chance, String section, String... names) {
        List<String> sentences = SECTIONS.get(section);
        if (sentences == null) {
            throw new IllegalArgumentException("no section " + section);
        }
        String sentence = chance.pick(sentences);
        for (int i = 0; i < names.length && sentence.indexOf('{') >= 0; i += 2) {
            sentence = sentence.replace(names[i], names[i + 1]);
        }
        return sentence;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Resource.lines("phrases.txt").toList()) {
            if (line.startsWith("[")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else {
                current.add(line);
            }
        }
        return sections;
    }
}
