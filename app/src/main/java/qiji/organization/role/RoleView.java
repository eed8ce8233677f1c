package qiji.organization.role;

import java.util.List;
import java.util.Map;
import qiji.organization.FieldRule;
import qiji.organization.ScopeKind;

/** A role as administrators see it; {@code name} is in the language of the request, and so is {@code descriptionHere}. */
record RoleView(
        String id,
        String code,
        String name,
        String nameZh,
        String nameEn,
        String description,
        String descriptionEn,
        String descriptionHere,
        boolean builtin,
        boolean fixed,
        List<String> permissions,
        Map<String, ScopeView> scopes,
        List<FieldRule> fieldRules,
        int users,
        int version) {
    record ScopeView(ScopeKind kind, List<String> departmentIds) {}
}
