package qiji.organization;

import org.springframework.http.HttpStatus;
import qiji.platform.ProblemType;
import qiji.platform.Words;

/** How requests about people, departments, roles and signing in can be refused. */
public enum OrganizationProblem implements ProblemType {
    BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED, "用户名或密码不正确", "The user name or the password is wrong"),
    LOCKED_OUT(HttpStatus.TOO_MANY_REQUESTS, "尝试次数过多，请稍后再试", "Too many attempts: try again later"),
    PASSWORD_CHANGE_REQUIRED(HttpStatus.FORBIDDEN, "请先修改密码", "Change your password first"),
    CSRF_TOKEN_MISSING(HttpStatus.FORBIDDEN, "页面已过期，请刷新后重试", "The page is out of date: reload and try again"),
    NOT_BY_TOKEN(HttpStatus.FORBIDDEN, "此操作须登录后进行，不能使用 API 令牌", "Sign in to do this: an API token may not"),
    TOKEN_ONLY_READS(HttpStatus.FORBIDDEN, "此 API 令牌只能读取", "This API token may only read"),
    LINK_INVALID(HttpStatus.BAD_REQUEST, "链接无效或已过期", "The link is not valid or has expired"),
    SETUP_DONE(HttpStatus.CONFLICT, "系统已完成初始化", "The system is already set up"),
    DEPARTMENT_CYCLE(HttpStatus.CONFLICT, "部门不能移到自己的下级", "A department cannot lie below itself"),
    DEPARTMENT_IN_USE(HttpStatus.CONFLICT, "部门还有成员或下级部门", "The department still has members or departments below it"),
    DEPARTMENT_ABOVE_ARCHIVED(
            HttpStatus.CONFLICT, "上级部门已停用，请先恢复上级", "The department above is archived: restore that one first"),
    MANAGER_CYCLE(HttpStatus.CONFLICT, "上级不能是自己的下属", "Nobody can be managed by someone they manage"),
    LAST_ADMINISTRATOR(HttpStatus.CONFLICT, "至少要保留一名系统管理员", "At least one system administrator must remain"),
    BEYOND_OWN_RIGHTS(HttpStatus.FORBIDDEN, "不能授予或管理超出自身的权限", "You cannot give, or manage, rights beyond your own"),
    BUILTIN_ROLE(HttpStatus.CONFLICT, "内置角色不能删除", "A built-in role cannot be deleted"),
    FIXED_ROLE(HttpStatus.CONFLICT, "系统管理员角色始终拥有全部权限", "The system administrator's role always holds everything"),
    ROLE_IN_USE(HttpStatus.CONFLICT, "还有用户属于该角色", "Some users still have this role"),
    SAME_PERSON(HttpStatus.CONFLICT, "不能移交给本人", "Nothing can be handed over to the same person"),
    USER_IN_USE(HttpStatus.CONFLICT, "该用户已登录过或已有角色", "The user has signed in or has roles"),
    NOT_ACTIVE(HttpStatus.CONFLICT, "该用户已停用", "The user is not active");

    private final HttpStatus status;
    private final Words title;

    OrganizationProblem(HttpStatus status, String zh, String en) {
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
