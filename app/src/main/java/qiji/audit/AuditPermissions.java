package qiji.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** Who may look into the audit. Nobody may change it. [A7] */
@Component
class AuditPermissions implements DeclaresPermissions {
    static final String READ = "audit:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ, "查看审计", "Read the audit"));
    }
}
