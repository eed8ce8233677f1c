package qiji.organization.identity.password;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The passwords that attackers try first, and what people make of them to please a rule: other case, signs that look like
 * letters, digits before and after, the same twice.
 */
final class CommonPasswords {
    private static final String LOOK_ALIKES = "@4310!|57$+";
    private static final String LETTERS = "aaeioiistst";
    /** One that is shorter stands in passwords that are none of its variants. */
    private static final int SHORTEST = 4;

    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    static boolean isVariantOfOne(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        String core = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        String open = plain.replaceAll("[^\\p{L}\\p{N}]+$", "").replaceAll("\\p{N}+$", "");
        return Stream.of(plain, core, open)
                .map(CommonPasswords::disguiseOff)
                .map(CommonPasswords::once)
                .anyMatch(LIST::contains);
    }

    /** In small letters, with letters for the signs that look like them, and nothing else between. */
    static String disguiseOff(String text) {
        StringBuilder bare = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(sign -> {
            int place = LOOK_ALIKES.indexOf(sign);
            int seen = place < 0 ? sign : LETTERS.charAt(place);
            if (Character.isLetterOrDigit(seen)) {
                bare.appendCodePoint(seen);
            }
        });
        return bare.toString();
    }

    /** What is said again and again, said once. */
    private static String once(String text) {
        int unit = text.isEmpty() ? 0 : (text + text).indexOf(text, 1);
        return text.substring(0, unit);
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(CommonPasswords::disguiseOff)
                    .map(CommonPasswords::once)
                    .filter(word -> word.length() >= SHORTEST)
                    .collect(toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
