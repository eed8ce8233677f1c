package qiji.records.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much what a record is called is like what was asked for, best first, and by which of its parts. */
public record Likeness(Degree degree, List<Mark> marks) {
    /** The order in which answers are shown; within one, the newest first. */
    public enum Degree {
        SAME,
        BEGINS,
        HOLDS,
        HOLDS_EACH_WORD,
        /** The words stand in other texts of the record. */
        ELSEWHERE,
        READS_FROM_THE_BEGINNING,
        READS,
        /** Some word stands only in the name of a record that it names. */
        BESIDE,
        MISTYPED
    }

    static final Likeness ELSEWHERE = new Likeness(Degree.ELSEWHERE, List.of());

    /** Of a record that was found only by the name of another. */
    public Likeness beside() {
        return new Likeness(Degree.BESIDE, marks);
    }

    /** Of a record of which only the name of another is nearly what was asked. */
    public Likeness mistyped() {
        return degree == Degree.MISTYPED ? this : new Likeness(Degree.MISTYPED, List.of());
    }

    /** Of a name that was found for {@code question}. */
    public static Likeness of(String name, Question question) {
        Folded folded = Folded.of(name).squeezed();
        String asked = question.folded.squeezed().text();
        int at = folded.text().indexOf(asked);
        if (at >= 0 && !asked.isEmpty()) {
            Degree degree =
                    at > 0 ? Degree.HOLDS : folded.text().length() == asked.length() ? Degree.SAME : Degree.BEGINS;
            return new Likeness(degree, List.of(folded.mark(at, at + asked.length())));
        }
        return words(folded, question);
    }

    /** Where the words of {@code question} stand in a text, as they are written; nothing if none does. */
    public static List<Mark> marks(String text, Question question) {
        Folded folded = Folded.of(text).squeezed();
        List<Mark> marks = new ArrayList<>();
        for (Piece piece : question.pieces) {
            int at = folded.text().indexOf(piece.whole());
            if (at >= 0) {
                marks.add(folded.mark(at, at + piece.whole().length()));
            }
        }
        return sorted(marks);
    }

    private static Likeness words(Folded name, Question question) {
        Degree worst = Degree.HOLDS_EACH_WORD;
        List<Mark> marks = new ArrayList<>();
        for (Piece piece : question.pieces) {
            Part part = Part.of(piece, name, question);
            if (part == null) {
                worst = worst.compareTo(Degree.ELSEWHERE) > 0 ? worst : Degree.ELSEWHERE;
            } else {
                marks.add(name.mark(part.from(), part.to()));
                worst = worst.compareTo(part.degree()) > 0 ? worst : part.degree();
            }
        }
        return new Likeness(worst, sorted(marks));
    }

    /** In their order, those that overlap as one. */
    private static List<Mark> sorted(List<Mark> marks) {
        List<Mark> sorted = new ArrayList<>();
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            Mark last = sorted.isEmpty() ? null : sorted.getLast();
            if (last != null && mark.start() <= last.end()) {
                sorted.set(sorted.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                sorted.add(mark);
            }
        }
        return List.copyOf(sorted);
    }
}
