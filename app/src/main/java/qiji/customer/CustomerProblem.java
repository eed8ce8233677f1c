package qiji.customer;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** The refusals of this module. */
enum CustomerProblem implements ProblemType {
    ARCHIVED(HttpStatus.CONFLICT, "已归档，请先恢复", "It is archived: restore it first"),
    MERGED(HttpStatus.CONFLICT, "已合并到另一条记录，请先撤销合并", "It was merged into another one: undo that first");

    private final HttpStatus status;
    private final Words title;

    CustomerProblem(HttpStatus status, String zh, String en) {
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
