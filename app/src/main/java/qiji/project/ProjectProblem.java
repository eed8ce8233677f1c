package qiji.project;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can keep a project from what is asked of it. */
public enum ProjectProblem implements ProblemType {
    /** With {@code projectState}: the state that it has; and whatever else speaks against it. */
    PROJECT_STATE_FORBIDS("项目的当前状态不允许这样做", "The state of the project does not allow this"),
    /** Its opportunity is not won any more. */
    PROJECT_FROZEN("商机已重新打开，项目冻结，再次赢单后继续", "Its opportunity is open again: the project rests until that is won"),
    OPPORTUNITY_NOT_WON("只有赢单的商机可以立项", "Only a won opportunity becomes a project"),
    PROJECT_EXISTS("该商机已经立项", "The opportunity is a project already"),
    /** The plan of the opportunity is taken over into an empty one only. */
    PROJECT_PLANNED("项目已有计划项", "The project has items already");

    private final Words title;

    ProjectProblem(String zh, String en) {
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
