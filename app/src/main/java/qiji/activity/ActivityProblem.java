package qiji.activity;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** The refusals of this module. */
enum ActivityProblem implements ProblemType {
    TASK_CLOSED(HttpStatus.CONFLICT, "任务已完成或取消，请先重新打开", "The task is done or cancelled: reopen it first");

    private final HttpStatus status;
    private final Words title;

    ActivityProblem(HttpStatus status, String zh, String en) {
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
