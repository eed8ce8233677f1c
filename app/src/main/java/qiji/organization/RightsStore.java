package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_FIELD_RULE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;

/** Reads what roles give and where people stand. Takes no viewer: it is what a viewer is made of. */
@Component
public class RightsStore {
    /** The one role that holds everything which any module declares, now and after an upgrade. */
    public static final String SYSTEM_ADMIN = "SYSTEM_ADMIN";

    private final DSLContext jooq;
    private final Permissions permissions;

    RightsStore(DSLContext jooq, Permissions permissions) {
        this.jooq = jooq;
        this.permissions = permissions;
    }

    Grant everything() {
        RoleScope all = new RoleScope(ScopeKind.ALL, Set.of());
        return new Grant(
                permissions.codes(),
                permissions.objects().stream().collect(toUnmodifiableMap(object -> object, _ -> all)),
                List.of());
    }

    /** What each of the roles gives, by role. A permission that no module declares any more gives nothing. */
    public Map<Long, Grant> grants(Collection<Long> roleIds) {
        Long[] ids = roleIds.toArray(Long[]::new);
        Set<String> declared = permissions.codes();
        var given = jooq.select(ROLE_PERMISSION.ROLE_ID, ROLE_PERMISSION.PERMISSION)
                .from(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.ROLE_ID.eq(any(ids)))
                .fetchGroups(ROLE_PERMISSION.ROLE_ID, ROLE_PERMISSION.PERMISSION);
        var scopes = jooq.selectFrom(ROLE_SCOPE)
                .where(ROLE_SCOPE.ROLE_ID.eq(any(ids)))
                .fetchGroups(ROLE_SCOPE.ROLE_ID);
        var rules = jooq.selectFrom(ROLE_FIELD_RULE)
                .where(ROLE_FIELD_RULE.ROLE_ID.eq(any(ids)))
                .fetchGroups(ROLE_FIELD_RULE.ROLE_ID);
        Set<Long> administrators = administratorRoles();
        return Stream.of(ids).distinct().collect(toMap(id -> id, id -> {
            if (administrators.contains(id)) {
                return everything();
            }
            Set<String> codes = new HashSet<>(given.getOrDefault(id, List.of()));
            codes.retainAll(declared);
            return new Grant(
                    Set.copyOf(codes),
                    scopes.getOrDefault(id, jooq.newResult(ROLE_SCOPE)).stream()
                            .collect(toUnmodifiableMap(
                                    row -> row.getObject(),
                                    row -> new RoleScope(
                                            ScopeKind.valueOf(row.getKind()), Set.of(row.getDepartmentIds())))),
                    rules.getOrDefault(id, jooq.newResult(ROLE_FIELD_RULE)).stream()
                            .map(row -> new FieldRule(
                                    row.getObject(), row.getField(), FieldAccess.valueOf(row.getAccess())))
                            .toList());
        }));
    }

    private Set<Long> administratorRoles() {
        return jooq.select(ROLE.ID).from(ROLE).where(ROLE.CODE.eq(SYSTEM_ADMIN)).fetchSet(ROLE.ID);
    }

    Reach reachOf(long userId) {
        Set<Long> departments = jooq.select(APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .and(APP_USER.DEPARTMENT_ID.isNotNull())
                .union(select(POST.DEPARTMENT_ID).from(POST).where(POST.USER_ID.eq(userId)))
                .fetchSet(mapping(id -> id));
        return new Reach(userId, departments, () -> belowAnd(departments), () -> teamOf(userId));
    }

    /** These departments and all that lie below them. {@code union}, not {@code union all}: it ends even in a circle. */
    Set<Long> belowAnd(Set<Long> departments) {
        if (departments.isEmpty()) {
            return Set.of();
        }
        var tree = DSL.table(name("below"));
        var id = DSL.field(name("below", "id"), SQLDataType.BIGINT);
        return jooq.withRecursive(name("below")
                        .fields("id")
                        .as(select(DEPARTMENT.ID)
                                .from(DEPARTMENT)
                                .where(DEPARTMENT.ID.eq(any(departments.toArray(Long[]::new))))
                                .union(select(DEPARTMENT.ID)
                                        .from(DEPARTMENT)
                                        .join(tree)
                                        .on(DEPARTMENT.PARENT_ID.eq(id)))))
                .select(id)
                .from(tree)
                .fetchSet(id);
    }

    /** These departments and all that they lie in. */
    public Set<Long> aboveAnd(Set<Long> departments) {
        var tree = DSL.table(name("above"));
        var id = DSL.field(name("above", "id"), SQLDataType.BIGINT);
        return jooq.withRecursive(name("above")
                        .fields("id")
                        .as(select(DEPARTMENT.ID)
                                .from(DEPARTMENT)
                                .where(DEPARTMENT.ID.eq(any(departments.toArray(Long[]::new))))
                                .union(select(DEPARTMENT.PARENT_ID)
                                        .from(DEPARTMENT)
                                        .join(tree)
                                        .on(DEPARTMENT.ID.eq(id))
                                        .where(DEPARTMENT.PARENT_ID.isNotNull()))))
                .select(id)
                .from(tree)
                .fetchSet(id);
    }

    /** Those whose chain of managers leads to this user. */
    public Set<Long> teamOf(long userId) {
        var team = DSL.table(name("team"));
        var id = DSL.field(name("team", "id"), SQLDataType.BIGINT);
        return jooq.withRecursive(name("team")
                        .fields("id")
                        .as(select(APP_USER.ID)
                                .from(APP_USER)
                                .where(APP_USER.MANAGER_ID.eq(userId))
                                .union(select(APP_USER.ID)
                                        .from(APP_USER)
                                        .join(team)
                                        .on(APP_USER.MANAGER_ID.eq(id)))))
                .select(id)
                .from(team)
                .fetchSet(id);
    }
}
