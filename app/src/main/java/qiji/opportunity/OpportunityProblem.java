package qiji.opportunity;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can keep an opportunity from what is asked of it. */
public enum OpportunityProblem implements ProblemType {
    /** With {@code unmetGates}: all that is missing, of every gate on the way; and {@code fields}, if some are wrong. */
    STAGE_GATES_UNMET("进入该阶段的条件还没有满足", "The conditions for entering the stage are not met"),
    /** With {@code opportunityStatus}: the status that it has; and whatever else speaks against it. */
    STATUS_FORBIDS("商机的当前状态不允许这样做", "The status of the opportunity does not allow this"),
    /** Plain fields of a closed one stay as they were. */
    OPPORTUNITY_CLOSED("商机已关闭，请先重新打开", "The opportunity is closed: re-open it first"),
    /** What comes of a confidential one is not shown to all. */
    LESSON_CONFIDENTIAL("机密商机的经验教训不能公开", "A lesson of a confidential opportunity cannot be published"),
    /** It was not loaded from a file, or has follow-ups, tasks, files, lines, a team or contacts by now. */
    OPPORTUNITY_IN_USE("商机已在使用，不能撤销导入", "The opportunity is in use: its import cannot be taken back"),
    /** Nothing of it waits for confirmation. */
    GRADE_SETTLED("该商机的等级没有待确认的变化", "Nothing of its grade waits for confirmation"),
    /** It is not called for, or reported already and not sent back. */
    CITY_REPORT_NOT_DUE("该商机现在不需要上报市公司", "It is not to be reported to the city company now"),
    /** There is none, or it has been answered. */
    CITY_REPORT_ANSWERED("该次上报已有回执或退回记录", "That report has been answered already"),
    /** Somebody else approves it, or waives that. */
    WAIVER_OWN("不能豁免自己负责的商机的审批或确认", "Nobody waives approval or confirmation of an opportunity of their own");

    private final Words title;

    OpportunityProblem(String zh, String en) {
        this.title = Words.of(zh, en);
    }

    @Override
    public HttpStatus status() {
        return this == WAIVER_OWN ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }

    @Override
    public Words title() {
        return title;
    }
}
