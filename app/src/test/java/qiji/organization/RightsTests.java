package qiji.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiji.access.FieldAccess;
import qiji.access.Scope;

/** A2 A3 A4: what several roles give together. */
class RightsTests {
    private static final Reach LEI = new Reach(7, Set.of(10L), () -> Set.of(10L, 11L), () -> Set.of(8L, 9L));

    @Test
    void reachesAsFarAsEachKindSays() {
        assertThat(reach(ScopeKind.OWN)).isEqualTo(new Scope.Part(Set.of(), Set.of(7L)));
        assertThat(reach(ScopeKind.OWN_AND_TEAM)).isEqualTo(new Scope.Part(Set.of(), Set.of(7L, 8L, 9L)));
        assertThat(reach(ScopeKind.DEPARTMENT)).isEqualTo(new Scope.Part(Set.of(10L), Set.of(7L)));
        assertThat(reach(ScopeKind.DEPARTMENT_AND_BELOW)).isEqualTo(new Scope.Part(Set.of(10L, 11L), Set.of(7L)));
        assertThat(LEI.of(new RoleScope(ScopeKind.DEPARTMENTS, Set.of(20L))))
                .isEqualTo(new Scope.Part(Set.of(20L), Set.of(7L)));
        assertThat(reach(ScopeKind.ALL)).isEqualTo(Scope.everything());
    }

    @Test
    void unitesTheScopesOfAllRoles() {
        Rights rights = Rights.of(
                List.of(
                        grant(Set.of("opportunity:read"), scope("opportunity", ScopeKind.OWN_AND_TEAM)),
                        grant(Set.of("opportunity:edit"), scope("opportunity", ScopeKind.DEPARTMENT))),
                LEI);
        assertThat(rights.permissions()).containsExactlyInAnyOrder("opportunity:read", "opportunity:edit");
        assertThat(rights.scopes()).isEqualTo(Map.of("opportunity", new Scope.Part(Set.of(10L), Set.of(7L, 8L, 9L))));
    }

    @Test
    void countsNoScopeOfARoleThatGivesNothingOfTheObject() {
        Rights rights = Rights.of(
                List.of(
                        grant(Set.of("opportunity:read"), scope("opportunity", ScopeKind.OWN)),
                        grant(Set.of("customer:read"), scope("opportunity", ScopeKind.ALL))),
                LEI);
        assertThat(rights.scopes()).isEqualTo(Map.of("opportunity", Scope.ofOwners(Set.of(7L))));
    }

    @Test
    void leavesTheWidestAccessToAFieldOfTheRolesThatGiveTheObject() {
        Grant hiding = new Grant(
                Set.of("product:read"), Map.of(), List.of(new FieldRule("product", "cost", FieldAccess.HIDDEN)));
        Grant showing = new Grant(
                Set.of("product:read"), Map.of(), List.of(new FieldRule("product", "cost", FieldAccess.READ_ONLY)));
        Grant silent = new Grant(Set.of("product:edit"), Map.of(), List.of());
        Grant elsewhere = new Grant(Set.of("customer:read"), Map.of(), List.of());

        assertThat(rules(hiding)).isEqualTo(Map.of("product.cost", FieldAccess.HIDDEN));
        assertThat(rules(hiding, showing)).isEqualTo(Map.of("product.cost", FieldAccess.READ_ONLY));
        assertThat(rules(hiding, silent)).isEmpty();
        assertThat(rules(hiding, elsewhere)).isEqualTo(Map.of("product.cost", FieldAccess.HIDDEN));
    }

    private static Map<String, FieldAccess> rules(Grant... grants) {
        return Rights.of(List.of(grants), LEI).fieldRules();
    }

    private static Scope reach(ScopeKind kind) {
        return LEI.of(new RoleScope(kind, Set.of()));
    }

    private static Map<String, RoleScope> scope(String object, ScopeKind kind) {
        return Map.of(object, new RoleScope(kind, Set.of()));
    }

    private static Grant grant(Set<String> permissions, Map<String, RoleScope> scopes) {
        return new Grant(permissions, scopes, List.of());
    }
}
