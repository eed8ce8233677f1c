package qiji.approval;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can keep a request from being sent or decided. */
enum ApprovalProblem implements ProblemType {
    /** With {@code requestId}. */
    APPROVAL_PENDING("已提交审批，请等待审批结果", "It waits for approval already"),
    /** The plan names a role that nobody can fill: the text tells which, {@code missing} all of them. */
    APPROVAL_LEVEL_EMPTY("没有可以审批的人", "There is nobody to decide it"),
    /** With {@code state}: somebody decided it before, or it was withdrawn. */
    APPROVAL_CLOSED("审批已经结束", "It was decided already"),
    /** It is not, or no more, for the viewer to decide. */
    APPROVAL_NOT_ASKED("目前不需要您审批", "You are not asked to decide it now"),
    APPROVAL_OWN("不能审批自己的申请", "Nobody decides what is their own"),
    APPROVAL_REMINDED("一小时内已经催办过", "They were reminded within the last hour");

    private final Words title;

    ApprovalProblem(String zh, String en) {
        this.title = Words.of(zh, en);
    }

    @Override
    public HttpStatus status() {
        return this == APPROVAL_OWN || this == APPROVAL_NOT_ASKED ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }

    @Override
    public Words title() {
        return title;
    }
}
