package qiji.process;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can be wrong with a change of sales processes. */
enum ProcessProblem implements ProblemType {
    STAGE_IN_USE("阶段已有商机经历过，只能停用，不能删除", "Opportunities have been in the stage: archive it instead"),
    DEFAULT_PROCESS_NEEDED(
            "须有一个默认流程：请先把另一个设为默认", "There must be a default process: make another one the default first");

    private final Words title;

    ProcessProblem(String zh, String en) {
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
