package qiji.organization;

import java.util.Set;

/** How far a role reaches over one object; the departments are those chosen, and empty for every other kind. */
public record RoleScope(ScopeKind kind, Set<Long> departmentIds) {}
