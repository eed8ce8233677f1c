package qiji.records.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The readings of Chinese characters that matter: those by which words are read, and of characters in no word the first
 * one. The library's dictionaries are read directly, since its own look-up takes a hundred times as long.
 */
final class Readings {
    private static final int MOST = 3;
    /** A reading of one word only is an oddity, or a mistake of the dictionary. */
    private static final int FEWEST_WORDS = 2;

    private static final Pattern TONES = Pattern.compile("\\p{Mn}");
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]*[aeiouv][a-z]*");

    private static final Map<Integer, List<String>> ALL = load();

    private Readings() {}

    /** The commonest first, three at most; empty for what is not in the dictionary. */
    static List<String> of(int character) {
        return ALL.getOrDefault(character, List.of());
    }

    static Set<String> syllables() {
        Set<String> all = new HashSet<>();
        ALL.values().forEach(all::addAll);
        return all;
    }

    private static Map<Integer, List<String>> load() {
        Map<Integer, Map<String, Integer>> words = new HashMap<>();
        lines("/pinyin_dict_phrase.txt", (word, readings) -> {
            int[] characters = word.codePoints().toArray();
            if (characters.length == readings.length) {
                for (int i = 0; i < characters.length; i++) {
                    words.computeIfAbsent(characters[i], _ -> new HashMap<>())
                            .merge(plain(readings[i]), 1, Integer::sum);
                }
            }
        });
        Map<Integer, List<String>> all = new HashMap<>();
        lines("/pinyin_dict_char.txt", (character, readings) -> {
            int point = character.codePointAt(0);
            List<String> common = common(words.getOrDefault(point, Map.of()));
            List<String> known = common.isEmpty() ? List.of(plain(readings[0])) : common;
            if (SYLLABLE.matcher(known.getFirst()).matches()) {
                all.put(point, known);
            }
        });
        return all;
    }

    private static List<String> common(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .filter(it -> it.getValue() >= FEWEST_WORDS
                        && SYLLABLE.matcher(it.getKey()).matches())
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String plain(String reading) {
        String apart = Normalizer.normalize(reading, Normalizer.Form.NFD).replace("u\u0308", "v");
        return TONES.matcher(apart).replaceAll("");
    }

    /** Each line is {@code 重庆:chóng qìng}, or with commas. */
    private static void lines(String file, BiConsumer<String, String[]> reader) {
        try (var in = new BufferedReader(new InputStreamReader(
                java.util.Objects.requireNonNull(Readings.class.getResourceAsStream(file), file), UTF_8))) {
            List<String> lines = new ArrayList<>(in.lines().toList());
            for (String line : lines) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    reader.accept(
                            line.substring(0, colon), line.substring(colon + 1).split("[, ]+"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
