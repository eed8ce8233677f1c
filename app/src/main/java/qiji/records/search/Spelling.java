package qiji.records.search;

import java.text.Normalizer;
import org.springframework.modulith.NamedInterface;

/** How texts are compared by modules that look for the same thing written differently. */
@NamedInterface("spelling")
public final class Spelling {
    private Spelling() {}

    /** Half width, simplified, small letters without accents; punctuation stays. */
    public static String folded(String text) {
        return Folded.of(Normalizer.normalize(text, Normalizer.Form.NFKC)).text();
    }

    /** The commonest reading of each Chinese character, without tones, with a mark behind it; everything else as it is. */
    public static String read(String text) {
        StringBuilder read = new StringBuilder();
        text.codePoints().forEach(point -> {
            var readings = Readings.of(point);
            if (readings.isEmpty()) {
                read.appendCodePoint(point);
            } else {
                read.append(readings.getFirst()).append('\'');
            }
        });
        return read.toString();
    }

    /** Whether two characters have a reading in common. */
    public static boolean soundAlike(int one, int other) {
        return one == other || Readings.of(one).stream().anyMatch(Readings.of(other)::contains);
    }
}
