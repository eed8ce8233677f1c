package qiji.customer;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** The refusals of this module. */
enum CustomerProblem implements ProblemType {
    ARCHIVED(HttpStatus.CONFLICT, "已归档，请先恢复", "It is archived: restore it first");

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
