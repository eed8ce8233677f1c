package qiji.activity;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with follow-ups and tasks. [A2] */
@Component
public class ActivityPermissions implements DeclaresPermissions {
    public static final String READ = "activity:read";
    static final String CREATE = "activity:create";
    static final String EDIT = "activity:edit";
    static final String TASK_READ = "task:read";
    static final String TASK_CREATE = "task:create";
    static final String TASK_EDIT = "task:edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看跟进记录", "See follow-ups"),
                Permission.of(CREATE, "记录跟进", "Log follow-ups"),
                Permission.of(EDIT, "编辑跟进记录", "Edit follow-ups"),
                Permission.of("activity:import", "导入跟进记录", "Import follow-ups"),
                Permission.of("activity:export", "导出跟进记录", "Export follow-ups"),
                Permission.of(TASK_READ, "查看任务", "See tasks"),
                Permission.of(TASK_CREATE, "新建任务", "Create tasks"),
                Permission.of(TASK_EDIT, "编辑任务", "Edit tasks"),
                Permission.of("task:export", "导出任务", "Export tasks"));
    }
}
