package qiji.jobs;

import org.jspecify.annotations.Nullable;

/**
 * One kind of long work: a bean of the module that does it.
 *
 * <p>It may be run again from the top at any time: after a crash, a restart, a lost connection. So it commits in steps,
 * keeps how far it came in its own tables, and goes on from there. Two runs of one job may for a moment overlap (a node
 * that seemed dead): a step must notice that it was overtaken.
 */
public interface JobKind {
    /** Unique, e.g. {@code import}. */
    String name();

    /** Does the work outside of any transaction. What it returns becomes the result, as JSON. A Problem fails the job. */
    @Nullable
    Object run(JobRun job);
}
