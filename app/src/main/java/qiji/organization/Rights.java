package qiji.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import qiji.access.FieldAccess;
import qiji.access.Scope;

/**
 * What several roles give together: every permission of any, the union of their scopes, and of each field the widest
 * access that a role which gives anything of that object leaves. [A2 A3 A4]
 */
record Rights(Set<String> permissions, Map<String, Scope> scopes, Map<String, FieldAccess> fieldRules) {
    static Rights of(Collection<Grant> grants, Reach reach) {
        Set<String> permissions = new HashSet<>();
        Map<String, Scope> scopes = new HashMap<>();
        for (Grant grant : grants) {
            permissions.addAll(grant.permissions());
            Set<String> objects = grant.objects();
            grant.scopes().forEach((object, scope) -> {
                if (objects.contains(object)) {
                    scopes.merge(object, reach.of(scope), Scope::or);
                }
            });
        }
        return new Rights(Set.copyOf(permissions), Map.copyOf(scopes), fieldRules(grants));
    }

    private static Map<String, FieldAccess> fieldRules(Collection<Grant> grants) {
        Map<String, FieldAccess> rules = new HashMap<>();
        for (Grant grant : grants) {
            for (FieldRule rule : grant.fieldRules()) {
                rules.put(rule.object() + "." + rule.field(), widest(grants, rule.object(), rule.field()));
            }
        }
        rules.values().removeIf(FieldAccess.WRITABLE::equals);
        return Map.copyOf(rules);
    }

    private static FieldAccess widest(Collection<Grant> grants, String object, String field) {
        Stream<Grant> giving = grants.stream().filter(grant -> grant.objects().contains(object));
        return giving.map(grant -> grant.accessTo(object, field))
                .max(FieldAccess::compareTo)
                .orElse(FieldAccess.HIDDEN);
    }
}
