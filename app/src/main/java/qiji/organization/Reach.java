package qiji.organization;

import java.util.Set;
import java.util.function.Supplier;
import qiji.access.Scope;

/**
 * Where a person stands: what the relative kinds of scope mean for them. What only some kinds need is looked up when
 * asked for.
 */
record Reach(long userId, Set<Long> departments, Supplier<Set<Long>> departmentsAndBelow, Supplier<Set<Long>> team) {
    /** One's own records are always within reach, as far as the role gives anything of the object. */
    Scope of(RoleScope scope) {
        Scope own = Scope.ofOwners(Set.of(userId));
        return switch (scope.kind()) {
            case OWN -> own;
            case OWN_AND_TEAM -> own.or(Scope.ofOwners(team.get()));
            case DEPARTMENT -> own.or(Scope.ofDepartments(departments));
            case DEPARTMENT_AND_BELOW -> own.or(Scope.ofDepartments(departmentsAndBelow.get()));
            case DEPARTMENTS -> own.or(Scope.ofDepartments(scope.departmentIds()));
            case ALL -> Scope.everything();
        };
    }
}
