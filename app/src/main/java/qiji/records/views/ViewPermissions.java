package qiji.records.views;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with views beyond one's own. [A2] */
@Component
class ViewPermissions implements DeclaresPermissions {
    static final String SHARE = "view:share";
    static final String PUBLISH = "view:publish";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(SHARE, "向团队共享视图", "Share views with a team"),
                Permission.of(PUBLISH, "向所有人发布视图，设角色默认视图", "Publish views to everybody, and set those of roles"));
    }
}
