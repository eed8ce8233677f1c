package qiji.project;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with projects, by whoever sees their opportunities. [A2 D12] */
@Component
class ProjectPermissions implements DeclaresPermissions {
    static final String READ = "project:read";
    static final String CREATE = "project:create";
    static final String EDIT = "project:edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看项目", "See projects"),
                Permission.of(CREATE, "立项", "Set up projects"),
                Permission.of(EDIT, "编辑与推进项目", "Edit and advance projects"),
                Permission.of("project:export", "导出项目", "Export projects"));
    }
}
