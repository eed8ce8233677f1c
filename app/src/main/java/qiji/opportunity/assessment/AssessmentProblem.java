package qiji.opportunity.assessment;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can keep an assessment from what is asked of it. */
public enum AssessmentProblem implements ProblemType {
    /** With {@code missing}: all that is still to be done. */
    ASSESSMENT_INCOMPLETE("评估还不完整", "The assessment is not complete"),
    ASSESSMENT_RUNNING("已有正在进行的评估", "An assessment goes on already"),
    ASSESSMENT_FIXED("评估已送审或已结束，不能更改", "The assessment was sent or has ended: it cannot be changed");

    private final Words title;

    AssessmentProblem(String zh, String en) {
        this.title = Words.of(zh, en);
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.CONFLICT;
    }

    @Override
    public Words title() {
        return title;
    }
}
