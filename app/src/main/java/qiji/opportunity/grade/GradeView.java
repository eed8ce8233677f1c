package qiji.opportunity.grade;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the confirmation of a grade has come, and what the viewer may do about it. {@code missing} says who would have to
 * be there where nobody can confirm it. {@code progress} and {@code leading} say how often its grade asks for progress and for
 * its leader's follow-up in person.
 */
record GradeView(
        @Nullable Grade grade,
        @Nullable Grade pending,
        @Nullable GradeState state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long requestId,

        List<String> missing,
        boolean maySend,
        boolean mayWithdraw,
        Pace progress,
        Pace leading) {
    /** To who may not read it. */
    static final GradeView HIDDEN =
            new GradeView(null, null, null, null, List.of(), false, false, Pace.NONE, Pace.NONE);
}
