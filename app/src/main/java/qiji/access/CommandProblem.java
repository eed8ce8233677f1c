package qiji.access;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** Why a command with an {@code Idempotency-Key} was not done. */
enum CommandProblem implements ProblemType {
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "这个幂等键已用于另一个请求", "This Idempotency-Key was used for another request"),
    IDEMPOTENCY_KEY_NOT_TAKEN(HttpStatus.BAD_REQUEST, "这个请求不接受幂等键", "This request takes no Idempotency-Key"),
    COMMAND_UNDER_WAY(HttpStatus.CONFLICT, "同一个请求正在处理，请稍后再试", "The same request is under way: try again shortly");

    private final HttpStatus status;
    private final Words title;

    CommandProblem(HttpStatus status, String zh, String en) {
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
