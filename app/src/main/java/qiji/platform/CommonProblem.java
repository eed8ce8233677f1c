package qiji.platform;

import org.springframework.http.HttpStatus;

/** The refusals that any request can meet. */
public enum CommonProblem implements ProblemType {
    INVALID_FIELDS(HttpStatus.BAD_REQUEST, "有字段不符合要求", "Some fields are not right"),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "请求的格式不对", "The request is malformed"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "不存在，或您无权查看", "It does not exist, or you may not see it"),
    STALE_VERSION(HttpStatus.CONFLICT, "他人刚刚修改过，请刷新后再改", "Someone changed it meanwhile: reload and try again"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "您没有这项权限", "You do not have this permission"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "请先登录", "Sign in first"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "请求过于频繁，请稍后再试", "Too many requests: try again later"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "内容太大", "The content is too large"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "不支持这种操作", "This method is not supported here"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持这种内容类型", "This content type is not supported"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "无法按所要求的格式回答", "It cannot be answered in the format asked for"),
    STORAGE_FULL(
            HttpStatus.INSUFFICIENT_STORAGE,
            "服务器磁盘已满，没有保存，请联系管理员",
            "The disk of the server is full; nothing was saved: tell the administrator"),
    DATABASE_AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "数据库暂时连不上，请稍后再试；刚才的修改可能没有保存",
            "The database cannot be reached at the moment: try again soon; what was just changed may not be saved"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错了，错误已记录", "Something went wrong; it has been logged");

    private final HttpStatus status;
    private final Words title;

    CommonProblem(HttpStatus status, String zh, String en) {
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
