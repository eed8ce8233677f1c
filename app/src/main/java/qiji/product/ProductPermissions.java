package qiji.product;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with products. Everyone allowed to see products sees all of them. [A2 A4] */
@Component
public class ProductPermissions implements DeclaresPermissions {
    static final String READ = "product:read";
    static final String CREATE = "product:create";
    static final String EDIT = "product:edit";
    static final String ARCHIVE = "product:archive";
    static final String COST = "product:cost";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看产品", "See products"),
                Permission.of(CREATE, "新建产品", "Create products"),
                Permission.of(EDIT, "编辑产品", "Edit products"),
                Permission.of(ARCHIVE, "归档与恢复产品", "Archive and restore products"),
                Permission.of(COST, "查看产品成本", "See the cost of products"),
                Permission.of("product:import", "导入产品", "Import products"),
                Permission.of("product:export", "导出产品", "Export products"));
    }
}
