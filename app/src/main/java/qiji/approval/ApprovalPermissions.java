package qiji.approval;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** To take part at all; who decides what is said by being asked. [A2] */
@Component
public class ApprovalPermissions implements DeclaresPermissions {
    public static final String DECIDE = "approval:decide";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(DECIDE, "处理审批", "Take part in approvals"));
    }
}
