package qiji.process;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with sales processes. Everybody signed in may read them: the pipeline is explained by them. */
@Component
public class ProcessPermissions implements DeclaresPermissions {
    static final String READ = "process:read";
    static final String EDIT = "process:edit";
    static final String READ_STAGES = "stage:read";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看销售流程", "See sales processes"),
                Permission.of(EDIT, "维护销售流程", "Edit sales processes"),
                Permission.of(READ_STAGES, "查看销售阶段", "See sales stages"));
    }
}
