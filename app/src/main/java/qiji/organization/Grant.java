package qiji.organization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.access.FieldAccess;

/** What one role gives: permissions, scopes by object, and the fields it withholds. */
public record Grant(Set<String> permissions, Map<String, RoleScope> scopes, List<FieldRule> fieldRules) {
    /** The objects on which the role gives any permission. Scopes and field rules count only there. */
    Set<String> objects() {
        return permissions.stream()
                .map(code -> code.substring(0, Math.max(code.indexOf(':'), 0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    FieldAccess accessTo(String object, String field) {
        return fieldRules.stream()
                .filter(rule -> rule.object().equals(object) && rule.field().equals(field))
                .map(FieldRule::access)
                .findFirst()
                .orElse(FieldAccess.WRITABLE);
    }
}
