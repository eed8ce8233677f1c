package qiji.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What can be allowed about people, departments and roles. */
@Component
class OrganizationPermissions implements DeclaresPermissions {
    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("user:read", "查看用户", "See users"),
                Permission.of("user:edit", "管理用户", "Manage users"),
                Permission.of("user:export", "导出用户", "Export users"),
                Permission.of("user:import", "导入用户", "Import users"),
                Permission.of("department:read", "查看部门", "See departments"),
                Permission.of("department:edit", "管理部门", "Manage departments"),
                Permission.of("department:export", "导出部门", "Export departments"),
                Permission.of("department:import", "导入部门", "Import departments"),
                Permission.of("role:read", "查看角色", "See roles"),
                Permission.of("role:edit", "管理角色", "Manage roles"),
                Permission.of("access:explain", "解释谁能看到记录", "Explain who sees a record"),
                Permission.of("token:own", "创建个人 API 令牌", "Make personal API tokens"));
    }
}
