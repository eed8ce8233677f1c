package qiji.records;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be allowed about records as such. */
@Component
public class RecordsPermissions implements DeclaresPermissions {
    public static final String EDIT_FIELDS = "settings:fields";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(EDIT_FIELDS, "维护自定义字段与数据字典", "Edit custom fields and dictionaries"));
    }
}
