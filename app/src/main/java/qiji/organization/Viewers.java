package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;
import static org.jooq.impl.DSL.any;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Standings;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Makes viewers of users: the rights that their roles give them, and where they stand, as it is now. [A2 A3 A4] */
@Component
public class Viewers implements qiji.access.Viewers, Standings {
    private final DSLContext jooq;
    private final RightsStore rights;

    Viewers(DSLContext jooq, RightsStore rights) {
        this.jooq = jooq;
        this.rights = rights;
    }

    /** Empty if there is no such user or the user is not active. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Viewer> find(long userId) {
        return jooq.select(APP_USER.NAME, APP_USER.DEPARTMENT_ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(userId))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .fetchOptional(row -> {
                    Rights given = Rights.of(rights.grants(rolesOf(userId)).values(), rights.reachOf(userId));
                    return new Viewer(
                            userId,
                            Objects.requireNonNullElse(row.value2(), 0L),
                            row.value1(),
                            given.permissions(),
                            given.scopes(),
                            given.fieldRules(),
                            false);
                });
    }

    /**
     * What one role of a user gives by itself: {@code alone} is the user with all their permissions, but no reach besides
     * that of the role.
     */
    public record ByRole(Words name, Set<String> permissions, Map<String, RoleScope> scopes, Viewer alone) {}

    /** By role, the oldest first: to tell which of them it is that lets the user see something. [A5] */
    @Transactional(readOnly = true)
    public List<ByRole> byRole(Viewer user) {
        Map<Long, Grant> grants = rights.grants(rolesOf(user.userId()));
        Reach reach = rights.reachOf(user.userId());
        return jooq.select(ROLE.ID, ROLE.NAME_ZH, ROLE.NAME_EN)
                .from(ROLE)
                .where(ROLE.ID.eq(any(grants.keySet().toArray(Long[]::new))))
                .orderBy(ROLE.ID)
                .fetch(row -> {
                    Grant grant = Objects.requireNonNull(grants.get(row.value1()));
                    Rights given = Rights.of(List.of(grant), reach);
                    Map<String, RoleScope> scopes = new HashMap<>(grant.scopes());
                    scopes.keySet().retainAll(grant.objects());
                    return new ByRole(
                            Words.of(row.value2(), row.value3()),
                            grant.permissions(),
                            scopes,
                            user.reaching(given.scopes()));
                });
    }

    /** For work done later in a user's name, such as a job. Throws NOT_FOUND if the user is not there or not active. */
    public Viewer of(long userId) {
        return find(userId).orElseThrow(Problem::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(long userId) {
        Reach reach = rights.reachOf(userId);
        return new Standing(
                Set.copyOf(rolesOf(userId)),
                reach.departments(),
                rights.aboveAnd(reach.departments()),
                reach.departmentsAndBelow().get());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> known(Set<Long> roles) {
        return jooq.select(ROLE.ID)
                .from(ROLE)
                .where(ROLE.ID.eq(any(roles.toArray(Long[]::new))))
                .fetchSet(ROLE.ID);
    }

    private List<Long> rolesOf(long userId) {
        return jooq.select(USER_ROLE.ROLE_ID)
                .from(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(userId))
                .fetch(USER_ROLE.ROLE_ID);
    }
}
