package qiji.customer.merge;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** The refusals of merging and of undoing it. */
enum MergeProblem implements ProblemType {
    MERGE_IMPOSSIBLE(HttpStatus.CONFLICT, "不能合并", "They cannot be merged"),
    MERGE_NOT_UNDOABLE(HttpStatus.CONFLICT, "不能撤销合并", "The merge cannot be undone");

    private final HttpStatus status;
    private final Words title;

    MergeProblem(HttpStatus status, String zh, String en) {
        this.status = status;
        this.title = Words.of(zh, en);
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public Words title() {
        return title;
    }
}
