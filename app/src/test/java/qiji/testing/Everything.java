package qiji.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.access.DeclaresPermissions;
import qiji.access.FieldAccess;
import qiji.access.Permission;
import qiji.access.Scope;
import qiji.access.Viewer;

/** People who may do whatever there is to do, with or without something that is kept from them. */
public final class Everything {
    private Everything() {}

    /** Sees all of every object. */
    public static Viewer allowed(long user, List<DeclaresPermissions> declared) {
        return with(user, declared, Scope.everything(), Map.of());
    }

    /** May do everything, with nothing that belongs to anybody. */
    public static Viewer ofNothing(long user, List<DeclaresPermissions> declared) {
        return with(user, declared, Scope.none(), Map.of());
    }

    /** Does not know {@code field} of {@code object}. */
    public static Viewer without(String object, String field, long user, List<DeclaresPermissions> declared) {
        return with(user, declared, Scope.everything(), Map.of(object + "." + field, FieldAccess.HIDDEN));
    }

    private static Viewer with(
            long user, List<DeclaresPermissions> declared, Scope scope, Map<String, FieldAccess> rules) {
        Set<String> codes = declared.stream()
                .flatMap(it -> it.permissions().stream())
                .map(Permission::code)
                .collect(Collectors.toSet());
        Map<String, Scope> scopes = codes.stream()
                .map(code -> code.substring(0, code.indexOf(':')))
                .distinct()
                .collect(Collectors.toMap(object -> object, _ -> scope));
        return new Viewer(user, 0, "everything", codes, scopes, rules, false);
    }
}
