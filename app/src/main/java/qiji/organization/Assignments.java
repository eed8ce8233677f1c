package qiji.organization;

import static db.organization.Tables.API_TOKEN;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.SESSION;
import static db.organization.Tables.USER_ROLE;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** What a user is in the organisation: their roles, their posts, and whether they still work here. [A1 A2] */
@Component
public class Assignments {
    private final DSLContext jooq;
    private final Authority authority;
    private final Writing writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(DSLContext jooq, Authority authority, Writing writing, ApplicationEventPublisher events, Clock clock) {
        this.jooq = jooq;
        this.authority = authority;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    /** Replaces the user's roles. Throws LAST_ADMINISTRATOR, BEYOND_OWN_RIGHTS, INVALID_FIELDS for a role that is not there. */
    @Transactional
    public void setRoles(long id, Set<Long> roleIds, Viewer viewer) {
        authority.mustManage(id, viewer);
        Set<Long> known = jooq.select(ROLE.ID)
                .from(ROLE)
                .where(ROLE.ID.eq(DSL.any(roleIds.toArray(Long[]::new))))
                .fetchSet(ROLE.ID);
        if (!known.containsAll(roleIds)) {
            throw Problem.invalid(List.of(
                    FieldFault.of("roleIds", "unknown-reference", Words.of("没有这个角色", "There is no such role"))));
        }
        authority.lockAdministrators();
        authority.mustBeAbleToGive(roleIds, id, viewer);
        Set<Long> before = jooq.select(USER_ROLE.ROLE_ID)
                .from(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(id))
                .fetchSet(USER_ROLE.ROLE_ID);
        Set<Long> gone = new HashSet<>(before);
        gone.removeAll(roleIds);
        writing.by(viewer);
        jooq.deleteFrom(USER_ROLE)
                .where(USER_ROLE.USER_ID.eq(id))
                .and(USER_ROLE.ROLE_ID.eq(DSL.any(gone.toArray(Long[]::new))))
                .execute();
        for (long added : roleIds) {
            jooq.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
                    .values(id, added)
                    .onConflictDoNothing()
                    .execute();
        }
        authority.mustLeaveAnAdministrator();
        events.publishEvent(new AccessChanged());
    }

    /** Replaces the posts besides the home department. Throws BEYOND_OWN_RIGHTS, INVALID_FIELDS. */
    @Transactional
    public void setPosts(long id, List<PostRow> posts, Viewer viewer) {
        authority.mustManage(id, viewer);
        authority.mustNotBeOneself(id, viewer);
        jooq.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .forUpdate()
                .fetch();
        writing.by(viewer);
        jooq.deleteFrom(POST).where(POST.USER_ID.eq(id)).execute();
        for (PostRow post : posts) {
            authority.mustReach("user", post.departmentId(), viewer);
            if (!jooq.fetchExists(DEPARTMENT, isLiving(post.departmentId()))) {
                throw Problem.invalid(List.of(FieldFault.of(
                        "departmentId", "unknown-reference", Words.of("没有这个部门", "There is no such department"))));
            }
            jooq.insertInto(POST, POST.USER_ID, POST.DEPARTMENT_ID, POST.TITLE)
                    .values(
                            id,
                            post.departmentId(),
                            Objects.requireNonNullElse(post.title(), "").strip())
                    .onConflictDoNothing()
                    .execute();
        }
        events.publishEvent(new AccessChanged());
    }

    /** A leaver can do nothing any more, from now on: sessions and tokens end for good. What they own stays until it is handed over. Repeating it changes nothing. */
    @Transactional
    public void deactivate(long id, Viewer viewer) {
        authority.mustManage(id, viewer);
        authority.lockAdministrators();
        setState(id, UserState.INACTIVE, viewer);
        Instant now = clock.instant();
        jooq.update(SESSION)
                .set(SESSION.REVOKED_AT, now)
                .where(SESSION.USER_ID.eq(id))
                .and(SESSION.REVOKED_AT.isNull())
                .execute();
        jooq.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, now)
                .where(API_TOKEN.USER_ID.eq(id))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .execute();
        authority.mustLeaveAnAdministrator();
    }

    @Transactional
    public void activate(long id, Viewer viewer) {
        authority.mustManage(id, viewer);
        setState(id, UserState.ACTIVE, viewer);
    }

    private void setState(long id, UserState state, Viewer viewer) {
        writing.by(viewer);
        jooq.update(APP_USER)
                .set(APP_USER.STATE, state.name())
                .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                .where(APP_USER.ID.eq(id))
                .and(APP_USER.STATE.ne(state.name()))
                .execute();
        events.publishEvent(new AccessChanged());
    }

    private static Condition isLiving(long departmentId) {
        return DEPARTMENT.ID.eq(departmentId).and(DEPARTMENT.ARCHIVED_AT.isNull());
    }
}
