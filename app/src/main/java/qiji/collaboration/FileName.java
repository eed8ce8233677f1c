package qiji.collaboration;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file as kept and given back: one path part, without characters that cannot be seen, at most 255
 * characters. What people can read stays, in any script.
 */
final class FileName {
    private static final int LONGEST = 255;
    private static final int LONGEST_ENDING = 20;
    // Control characters, line separators, and the marks that turn the direction of text, so that exe.fdp reads
    // pdf.exe.
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");

    private FileName() {}

    /** Empty if nothing of the name could be kept. */
    static Optional<String> of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String bare = seen.strip().replaceAll("^[. ]+|[. ]+$", "").strip();
        return Optional.of(shorten(bare)).filter(name -> !name.isEmpty());
    }

    /** Cuts the middle, so that the ending still tells what it is. */
    private static String shorten(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
    }
}
