package qiji.jobs;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** Everybody sees and cancels the jobs that they started; others' only with this. */
@Component
class JobPermissions implements DeclaresPermissions {
    static final String READ = "job:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ, "查看并取消他人的任务进程", "See and cancel the jobs of others"));
    }
}
