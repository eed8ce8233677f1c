package qiji.records.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A text as it is compared: full width is half width, traditional characters are simplified, capitals small, accents
 * gone. {@code origins} tells for each character which one of the original it comes from.
 */
record Folded(String original, String text, int[] origins) {
    private static final int CACHED = 1 << 16;
    /** Filled as characters are met. */
    private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(CACHED);

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        for (int at = 0; at < original.length(); ) {
            int point = original.codePointAt(at);
            String folded = fold(point);
            if (text.length() + folded.length() > origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + folded.length());
            }
            Arrays.fill(origins, text.length(), text.length() + folded.length(), at);
            text.append(folded);
            at += Character.charCount(point);
        }
        return new Folded(original, text.toString(), Arrays.copyOf(origins, text.length()));
    }

    /** Only its letters and digits: 腾讯（北京） is 腾讯北京. */
    Folded squeezed() {
        StringBuilder kept = new StringBuilder(text.length());
        int[] places = new int[origins.length];
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
                places[kept.length()] = origins[i];
                kept.append(character);
            }
        }
        return new Folded(original, kept.toString(), Arrays.copyOf(places, kept.length()));
    }

    /** Where in the original the characters from {@code from} to before {@code to} stand. */
    Mark mark(int from, int to) {
        int last = origins[to - 1];
        return new Mark(origins[from], last + Character.charCount(original.codePointAt(last)));
    }

    private static String fold(int point) {
        if (point >= CACHED) {
            return compute(point);
        }
        String known = KNOWN.get(point);
        if (known == null) {
            known = compute(point);
            KNOWN.set(point, known);
        }
        return known;
    }

    private static String compute(int point) {
        if (Character.isISOControl(point)) {
            return " ";
        }
        String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || !Character.isIdeographic(plain.codePointAt(0))) {
            return plain;
        }
        String simple = ZhConverterUtil.toSimple(plain);
        return simple == null || simple.isEmpty() ? plain : simple;
    }
}
