package qiji.opportunity.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Texts taken apart into lines, in one font. */
final class Lines {
    private static final String MISSING = "□";
    private static final String CLOSING = "，。、；：！？）》】”’…,.;:!?)";

    private final PDType0Font font;
    private final Map<Integer, String> drawable = new HashMap<>();

    Lines(PDType0Font font) {
        this.font = font;
    }

    /** Breaks between any two Chinese characters, and between words of others unless one is wider than a line. */
    List<String> of(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            float used = 0;
            int blank = -1;
            for (int point : paragraph.codePoints().toArray()) {
                String sign = drawable(point);
                float wide = font.getStringWidth(sign) * size / 1000;
                if (used + wide > width && !line.isEmpty()) {
                    int end = breakOf(line, point, blank);
                    String rest = line.substring(end);
                    lines.add(line.substring(0, end).stripTrailing());
                    line = new StringBuilder(rest);
                    used = font.getStringWidth(rest) * size / 1000;
                    blank = -1;
                }
                line.append(sign);
                used += wide;
                if (Character.isWhitespace(point) || point >= 0x2e80) {
                    blank = line.length();
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Where a line ends that has no room for this character: no line begins with a mark that closes what stands before it. */
    private static int breakOf(StringBuilder line, int point, int blank) {
        if (CLOSING.indexOf(point) >= 0 && line.length() > 1) {
            int last = line.offsetByCodePoints(line.length(), -1);
            return line.codePointAt(last) >= 0x2e80 && last > 0 ? last : line.length();
        }
        boolean word = point < 0x2e80 && !Character.isWhitespace(point) && blank > 0;
        return word ? blank : line.length();
    }

    /** What stands for a character: itself, if the font knows it. */
    private String drawable(int point) {
        return drawable.computeIfAbsent(point, _ -> {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                return " ";
            }
            String sign = Character.toString(point);
            try {
                font.encode(sign);
                return sign;
            } catch (IllegalArgumentException unknown) {
                return MISSING;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
