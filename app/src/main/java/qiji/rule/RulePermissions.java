package qiji.rule;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.access.DeclaresPermissions;
import qiji.access.Permission;

/** What may be done with rules. Their scope tells whose rules one edits; headquarters' take all. [S10] */
@Component
class RulePermissions implements DeclaresPermissions {
    static final String OBJECT = "rule";
    static final String READ = "rule:read";
    static final String EDIT = "rule:edit";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "查看规则", "See rules"),
                Permission.of(EDIT, "起草、试算并发布规则", "Draft, try and publish rules"));
    }
}
