package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Problem;

/**
 * Keeps administration from being a way up: nobody gives, or manages who holds, more than they hold themselves, and at
 * least one system administrator remains. [A2]
 */
@Component
public class Authority {
    private final DSLContext jooq;
    private final RightsStore rights;

    Authority(DSLContext jooq, RightsStore rights) {
        this.jooq = jooq;
        this.rights = rights;
    }

    /**
     * Throws FORBIDDEN without {@code user:edit}, NOT_FOUND if there is no such user, BEYOND_OWN_RIGHTS if the user is
     * not within the viewer's scope or holds more than the viewer.
     */
    public void mustManage(long userId, Viewer viewer) {
        viewer.mustBeAllowed("user:edit");
        var department = jooq.select(APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        if (!isWithin(viewer.scopeOf("user"), department.value1(), userId)) {
            throw beyond();
        }
        mustHold(rights.grants(rolesOf(userId)).values(), rights.reachOf(userId), viewer);
    }

    /** Throws BEYOND_OWN_RIGHTS if the roles would give {@code to} more than the viewer has. */
    void mustBeAbleToGive(Collection<Long> roleIds, long to, Viewer viewer) {
        mustHold(rights.grants(roleIds).values(), rights.reachOf(to), viewer);
    }

    /** Throws BEYOND_OWN_RIGHTS if anyone holding a role like this could have more than the viewer. */
    public void mustBeAbleToGiveToAnyone(Grant grant, Viewer viewer) {
        mustHold(Set.of(grant), null, viewer);
    }

    /** Throws BEYOND_OWN_RIGHTS if a user cannot be put into the department by the viewer; null is no department. */
    void mustReach(String object, @Nullable Long departmentId, Viewer viewer) {
        if (!isWithin(viewer.scopeOf(object), departmentId, 0)) {
            throw beyond();
        }
    }

    /** Throws BEYOND_OWN_RIGHTS if the viewer changes where they stand themselves, and could reach further by it. */
    void mustNotBeOneself(long userId, Viewer viewer) {
        if (userId == viewer.userId() && !(viewer.scopeOf("user") instanceof Scope.Everything)) {
            throw beyond();
        }
    }

    /** One change at a time of who administers, so that two cannot each take away the other. */
    void lockAdministrators() {
        jooq.select(ROLE.ID)
                .from(ROLE)
                .where(ROLE.CODE.eq(RightsStore.SYSTEM_ADMIN))
                .forUpdate()
                .fetch();
    }

    /** After the change. Throws LAST_ADMINISTRATOR if no active user is system administrator any more. */
    void mustLeaveAnAdministrator() {
        boolean remains = jooq.fetchExists(jooq.selectOne()
                .from(USER_ROLE)
                .join(ROLE)
                .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(USER_ROLE.USER_ID))
                .where(ROLE.CODE.eq(RightsStore.SYSTEM_ADMIN))
                .and(APP_USER.STATE.eq(UserState.ACTIVE.name())));
        if (!remains) {
            throw new Problem(OrganizationProblem.LAST_ADMINISTRATOR);
        }
    }

    private Set<Long> rolesOf(long userId) {
        return jooq.select(USER_ROLE.ROLE_ID)
                .from(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(userId))
                .fetchSet(USER_ROLE.ROLE_ID);
    }

    private static void mustHold(Collection<Grant> grants, @Nullable Reach of, Viewer viewer) {
        if (!viewer.isSystem() && !grants.stream().allMatch(grant -> holds(viewer, grant, of))) {
            throw beyond();
        }
    }

    private static boolean holds(Viewer viewer, Grant grant, @Nullable Reach of) {
        Set<String> objects = grant.objects();
        boolean scopes = grant.scopes().entrySet().stream()
                .filter(scope -> objects.contains(scope.getKey()))
                .allMatch(scope -> covers(viewer.scopeOf(scope.getKey()), scope.getValue(), of));
        boolean fields = viewer.fieldRules().entrySet().stream().allMatch(rule -> {
            String[] place = rule.getKey().split("\\.", 2);
            return !objects.contains(place[0])
                    || grant.accessTo(place[0], place[1]).compareTo(rule.getValue()) <= 0;
        });
        return viewer.permissions().containsAll(grant.permissions()) && scopes && fields;
    }

    /** One's own records and those of one's team are no reach beyond that of who manages one. */
    private static boolean covers(Scope mine, RoleScope given, @Nullable Reach of) {
        return switch (mine) {
            case Scope.Everything() -> true;
            case Scope.Part(var departments, var _) ->
                switch (given.kind()) {
                    case ALL -> false;
                    case OWN, OWN_AND_TEAM -> true;
                    case DEPARTMENTS -> departments.containsAll(given.departmentIds());
                    case DEPARTMENT -> of != null && departments.containsAll(of.departments());
                    case DEPARTMENT_AND_BELOW ->
                        of != null
                                && departments.containsAll(
                                        of.departmentsAndBelow().get());
                };
        };
    }

    private static boolean isWithin(Scope scope, @Nullable Long departmentId, long ownerId) {
        return switch (scope) {
            case Scope.Everything() -> true;
            case Scope.Part(var departments, var owners) ->
                (departmentId != null && departments.contains(departmentId)) || owners.contains(ownerId);
        };
    }

    private static Problem beyond() {
        return new Problem(OrganizationProblem.BEYOND_OWN_RIGHTS);
    }

    /** For a page that shows whether a button helps. */
    boolean canManage(long userId, Viewer viewer) {
        if (!viewer.may("user:edit")) {
            return false;
        }
        try {
            mustManage(userId, viewer);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    Map<Long, Grant> grants(Collection<Long> roleIds) {
        return rights.grants(roleIds);
    }
}
