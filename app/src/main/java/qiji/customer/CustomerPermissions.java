package qiji.customer;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with customers, within the viewer's scope, and with the contacts of those. [A2] */
@Component
public class CustomerPermissions implements DeclaresPermissions {
    public static final String READ = "customer:read";
    static final String CREATE = "customer:create";
    public static final String EDIT = "customer:edit";
    public static final String ARCHIVE = "customer:archive";
    public static final String TRANSFER = "customer:transfer";
    public static final String MERGE = "customer:merge";
    public static final String DEDUPLICATE = "customer:deduplicate";
    public static final String CONTACT_READ = "contact:read";
    static final String CONTACT_CREATE = "contact:create";
    public static final String CONTACT_EDIT = "contact:edit";
    public static final String CONTACT_ARCHIVE = "contact:archive";
    public static final String CONTACT_MERGE = "contact:merge";
    static final String UNMASK = "contact:unmask";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看客户", "See customers"),
                Permission.of(CREATE, "新建客户", "Create customers"),
                Permission.of(EDIT, "编辑客户", "Edit customers"),
                Permission.of(ARCHIVE, "归档与恢复客户", "Archive and restore customers"),
                Permission.of(TRANSFER, "移交客户", "Transfer customers"),
                Permission.of(MERGE, "合并客户", "Merge customers"),
                Permission.of(
                        DEDUPLICATE, "查找并处理重复的客户与联系人", "Find duplicate customers and contacts, and decide on them"),
                Permission.of("customer:import", "导入客户", "Import customers"),
                Permission.of("customer:export", "导出客户", "Export customers"),
                Permission.of(CONTACT_READ, "查看联系人", "See contacts"),
                Permission.of(CONTACT_CREATE, "新建联系人", "Create contacts"),
                Permission.of(CONTACT_EDIT, "编辑联系人", "Edit contacts"),
                Permission.of(CONTACT_ARCHIVE, "归档与恢复联系人", "Archive and restore contacts"),
                Permission.of(CONTACT_MERGE, "合并联系人", "Merge contacts"),
                Permission.of(UNMASK, "查看完整电话与邮箱", "See full phone numbers and e-mail addresses"),
                Permission.of("contact:import", "导入联系人", "Import contacts"),
                Permission.of("contact:export", "导出联系人", "Export contacts"));
    }
}
