package qiji.competitor;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with competitors. Everyone allowed to see competitors sees all of them. [A2 D11] */
@Component
public class CompetitorPermissions implements DeclaresPermissions {
    public static final String READ = "competitor:read";
    static final String CREATE = "competitor:create";
    static final String EDIT = "competitor:edit";
    static final String ARCHIVE = "competitor:archive";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看竞争对手", "See competitors"),
                Permission.of(CREATE, "新建竞争对手", "Create competitors"),
                Permission.of(EDIT, "编辑竞争对手", "Edit competitors"),
                Permission.of(ARCHIVE, "归档与恢复竞争对手", "Archive and restore competitors"),
                Permission.of("competitor:import", "导入竞争对手", "Import competitors"),
                Permission.of("competitor:export", "导出竞争对手", "Export competitors"));
    }
}
