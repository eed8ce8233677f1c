package qiji.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.platform.Problem;

/**
 * Who is looking: the signed-in user with what they may do and whose records they may see. It is the security
 * principal, and an argument of every read and write.
 *
 * <p>{@code userId} is 0 for the system itself, {@code departmentId} 0 for someone without a home department. Permissions
 * are actions on objects ({@code opportunity:edit}); scopes are by object, one not named has {@link Scope#none()}; field
 * rules are by {@code object.field}, one not named is writable.
 */
public record Viewer(
        long userId,
        long departmentId,
        String name,
        Set<String> permissions,
        Map<String, Scope> scopes,
        Map<String, FieldAccess> fieldRules,
        boolean isSystem) {

    /** The system itself, which sees and may do everything: for jobs and indexers only. History tells the {@code reason}. */
    public static Viewer system(String reason) {
        return new Viewer(0, 0, reason, Set.of(), Map.of(), Map.of(), true);
    }

    /** The same person with no more rights than {@code most}. */
    public Viewer limitedTo(Set<String> most) {
        Set<String> left = permissions.stream().filter(most::contains).collect(Collectors.toUnmodifiableSet());
        return new Viewer(userId, departmentId, name, left, scopes, fieldRules, isSystem);
    }

    /** The same person who reaches so far only. */
    public Viewer reaching(Map<String, Scope> only) {
        return new Viewer(userId, departmentId, name, permissions, only, fieldRules, isSystem);
    }

    public boolean may(String permission) {
        return isSystem || permissions.contains(permission);
    }

    /** Throws FORBIDDEN if the viewer lacks {@code permission}. */
    public void mustBeAllowed(String permission) {
        if (!may(permission)) {
            throw Problem.forbidden(permission);
        }
    }

    public Scope scopeOf(String object) {
        return isSystem ? Scope.everything() : scopes.getOrDefault(object, Scope.none());
    }

    public FieldAccess accessTo(String object, String field) {
        return isSystem || fieldRules.isEmpty()
                ? FieldAccess.WRITABLE
                : fieldRules.getOrDefault(object + "." + field, FieldAccess.WRITABLE);
    }
}
