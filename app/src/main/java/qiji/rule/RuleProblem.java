package qiji.rule;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** What can be wrong with a change of rules. */
enum RuleProblem implements ProblemType {
    NOT_A_DRAFT("这一版已不是草稿", "This edition is no draft any more"),
    ALREADY_IN_FORCE("已经生效的版本不能撤回：请发布新的一版", "An edition in force cannot be withdrawn: publish another one"),
    NOT_COMING("这一版没有发布，或已撤回", "This edition was not published, or is withdrawn"),
    RULE_LOCKED("总部已锁定这项规则，部门不能另行规定", "Headquarters locked this rule: departments cannot have their own"),
    NOT_TRIABLE("这种规则不能试算", "Rules of this kind cannot be tried");

    private final Words title;

    RuleProblem(String zh, String en) {
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
