package qiji.opportunity.grade;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** How often each grade asks for a duty; what is not said is as the sources have it: every week from ordinary on. [D3] */
public record Paces(
        @Nullable Pace general,
        @Nullable Pace ordinary,
        @Nullable Pace important,
        @Nullable Pace major) {
    public static final Paces SHIPPED = new Paces(Pace.NONE, Pace.WEEKLY, Pace.WEEKLY, Pace.WEEKLY);

    public Pace of(Grade grade) {
        Pace said = said(grade);
        return said != null ? said : grade == Grade.GENERAL ? Pace.NONE : Pace.WEEKLY;
    }

    private @Nullable Pace said(Grade grade) {
        return switch (grade) {
            case GENERAL -> general;
            case ORDINARY -> ordinary;
            case IMPORTANT -> important;
            case MAJOR -> major;
        };
    }

    /** With nothing left unsaid. */
    Paces told() {
        return new Paces(of(Grade.GENERAL), of(Grade.ORDINARY), of(Grade.IMPORTANT), of(Grade.MAJOR));
    }

    public List<Grade> at(Pace pace) {
        return Arrays.stream(Grade.values()).filter(grade -> of(grade) == pace).toList();
    }

    Words words() {
        List<Words> each = Arrays.stream(Grade.values())
                .map(grade -> new Words(
                        grade.words().zh() + of(grade).words().zh(),
                        grade.words().en() + " " + of(grade).words().en()))
                .toList();
        return new Words(
                String.join("，", each.stream().map(Words::zh).toList()),
                String.join(", ", each.stream().map(Words::en).toList()));
    }
}
