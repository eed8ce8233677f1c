package qiji.platform.tabular;

import java.util.Map;

/** A file cannot be read as a table, or not beyond some point; says why in a form that can be translated. */
public final class UnreadableFile extends RuntimeException {
    private final TabularProblem problem;
    private final transient Map<String, Object> parameters;

    UnreadableFile(TabularProblem problem, Map<String, Object> parameters) {
        super(problem + " " + parameters);
        this.problem = problem;
        this.parameters = parameters;
    }

    UnreadableFile(TabularProblem problem) {
        this(problem, Map.of());
    }

    public TabularProblem problem() {
        return problem;
    }

    /** Named as the comment of the {@link TabularProblem} says. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
