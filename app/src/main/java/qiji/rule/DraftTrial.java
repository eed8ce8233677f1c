package qiji.rule;

import java.time.LocalDate;
import qiji.access.Viewer;

/**
 * What a draft would have changed of something that is no rule but has editions of its own, e.g. a sales process: a bean of
 * the module that owns the records. {@code B} is the draft, kept as JSON with the trial. [X7]
 */
public interface DraftTrial<B> extends TrialKind {
    /** Unique, lower case with hyphens, e.g. {@code process}. */
    String code();

    Class<B> bodyType();

    /** Throws FORBIDDEN if the viewer may not read what records are judged by. */
    void mustBeAllowed(long subjectId, B draft, Viewer viewer);

    /**
     * What would have been judged otherwise from {@code from} to {@code to}, both included, as the records were at the time,
     * of those records that the viewer may see.
     */
    TrialResult run(long subjectId, B draft, LocalDate from, LocalDate to, Viewer viewer, Progress progress);

    Telling telling(long subjectId, B draft, Viewer viewer);
}
