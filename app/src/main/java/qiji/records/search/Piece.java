package qiji.records.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * A stretch of a folded text that is looked up as one: Chinese characters in a row, or a word of anything else. A word
 * of several {@code parts} is a code such as {@code sj-202611-000123}.
 */
record Piece(boolean isHan, List<String> parts) {
    private static final int LONGEST = 255;
    private static final int LONGEST_CODE = 64;
    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new StandardTokenizer());
        }
    };
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern JOINT = Pattern.compile("[-_/.:#]");
    /** What the tokenizer takes for a part of a word: scan_2026. */
    private static final Pattern PARTS = Pattern.compile("[_.:]+");
    /** What may stand between two characters that people also write without it: 腾讯（北京）科技. */
    private static final Pattern BRIDGE = Pattern.compile("[^\\p{L}\\p{N}\\s]{0,2}");
    /** In a name also spaces: 专网 （二期）. */
    private static final Pattern BRIDGE_OF_NAMES = Pattern.compile("[^\\p{L}\\p{N}]{0,3}");

    /** All in one, without what joins the parts. */
    String whole() {
        return String.join("", parts);
    }

    boolean isLetters() {
        return !isHan && parts.size() == 1 && isLetters(parts.getFirst());
    }

    static boolean isLetters(String part) {
        return part.chars().allMatch(it -> it >= 'a' && it <= 'z');
    }

    /** Letters and digits. */
    static boolean isLatin(String part) {
        return part.chars().allMatch(it -> it >= 'a' && it <= 'z' || it >= '0' && it <= '9');
    }

    /** Its parts that are words of letters: of cloud-5g the first. */
    List<String> letters() {
        return parts.stream().filter(Piece::isLetters).toList();
    }

    /** The pieces of a folded text, in its order. */
    static List<Piece> of(String folded) {
        return of(folded, new Cutter(folded, BRIDGE));
    }

    /** Of a name, where spaces do not part what is Chinese. */
    static List<Piece> ofName(String folded) {
        return of(folded, new Cutter(folded, BRIDGE_OF_NAMES));
    }

    private static List<Piece> of(String folded, Cutter cutter) {
        try (TokenStream stream = WORDS.tokenStream("", folded)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                boolean isHan = type.type().equals("<IDEOGRAPHIC>");
                cutter.take(term.toString(), isHan, place.startOffset(), place.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cutter.end();
    }

    /** Puts tokens together that stand together. */
    private static final class Cutter {
        private final String text;
        private final Pattern bridge;
        private final List<Piece> pieces = new ArrayList<>();
        private List<String> parts = new ArrayList<>();
        private boolean han;
        private int end;

        Cutter(String text, Pattern bridge) {
            this.text = text;
            this.bridge = bridge;
        }

        void take(String token, boolean isHan, int from, int to) {
            List<String> words =
                    PARTS.splitAsStream(token).filter(it -> !it.isEmpty()).toList();
            if (token.length() > LONGEST || words.isEmpty()) {
                return;
            }
            String gap = text.substring(end, from);
            boolean goesOn = isHan == han
                    && !parts.isEmpty()
                    && (isHan ? bridge : JOINT).matcher(gap).matches();
            if (!goesOn) {
                cut();
            }
            parts.addAll(words);
            han = isHan;
            end = to;
        }

        List<Piece> end() {
            cut();
            return pieces;
        }

        private void cut() {
            Piece piece = new Piece(han, List.copyOf(parts));
            String whole = piece.whole();
            boolean isCode = DIGIT.matcher(whole).find() && whole.length() <= LONGEST_CODE;
            if (han || parts.size() == 1 || isCode) {
                if (!parts.isEmpty()) {
                    pieces.add(piece);
                }
            } else {
                parts.forEach(part -> pieces.add(new Piece(false, List.of(part))));
            }
            parts = new ArrayList<>();
        }
    }
}
