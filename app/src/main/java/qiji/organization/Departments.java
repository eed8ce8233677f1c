package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;

import db.organization.tables.records.DepartmentRecord;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import tools.jackson.databind.JsonNode;

/** The tree of departments, of any depth. Never deleted: what happened there stays. [A1] */
@Component
public class Departments {
    private static final String EDIT = "department:edit";

    private final DSLContext jooq;
    private final FieldReader reader;
    private final RightsStore rights;
    private final Authority authority;
    private final Writing writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departments(
            DSLContext jooq,
            FieldReader reader,
            RightsStore rights,
            Authority authority,
            Writing writing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jooq = jooq;
        this.reader = reader;
        this.rights = rights;
        this.authority = authority;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, also those put away, in the order in which siblings stand. Throws FORBIDDEN. */
    @Transactional(readOnly = true)
    public List<DepartmentRow> all(Viewer viewer) {
        viewer.mustBeAllowed("department:read");
        return jooq.selectFrom(DEPARTMENT)
                .orderBy(DEPARTMENT.POSITION, DEPARTMENT.NAME, DEPARTMENT.ID)
                .fetch(row -> new DepartmentRow(
                        row.getId(),
                        row.getParentId(),
                        row.getName(),
                        hides("code", viewer) ? null : row.getCode(),
                        hides("leader", viewer) ? null : row.getLeaderId(),
                        row.getPosition(),
                        row.getVersion(),
                        row.getArchivedAt() != null));
    }

    private static boolean hides(String field, Viewer viewer) {
        return viewer.accessTo("department", field) == FieldAccess.HIDDEN;
    }

    /** Throws INVALID_FIELDS, FORBIDDEN, BEYOND_OWN_RIGHTS if it would not lie within the viewer's scope. */
    @Transactional
    public long create(JsonNode body, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        FieldValues values = reader.forCreate(DepartmentFields.TYPE, body, viewer);
        authority.mustReach("department", values.id("parent"), viewer);
        return insert(values, viewer);
    }

    long insert(FieldValues values, Viewer viewer) {
        DepartmentRecord row = jooq.newRecord(DEPARTMENT);
        values.applyTo(row);
        withDefaults(row);
        writing.by(viewer);
        row.insert();
        events.publishEvent(new AccessChanged());
        return row.getId();
    }

    /** Also moves it. Throws NOT_FOUND, STALE_VERSION, INVALID_FIELDS, DEPARTMENT_CYCLE, BEYOND_OWN_RIGHTS. */
    @Transactional
    public int edit(long id, JsonNode body, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        DepartmentRecord row = lock(id);
        authority.mustReach("department", id, viewer);
        FieldValues values = reader.forEdit(DepartmentFields.TYPE, body, viewer);
        if (values.version() != null && !values.version().equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        if (values.has("parent")) {
            authority.mustReach("department", values.id("parent"), viewer);
        }
        return update(row, values, viewer);
    }

    int update(DepartmentRecord row, FieldValues values, Viewer viewer) {
        if (values.has("parent")) {
            mustNotLieBelowItself(row.getId(), values.id("parent"));
        }
        values.applyTo(row);
        withDefaults(row);
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        events.publishEvent(new AccessChanged());
        return row.getVersion();
    }

    /** Throws DEPARTMENT_IN_USE while anybody active belongs to it or a department lies below it. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        DepartmentRecord row = lock(id);
        authority.mustReach("department", id, viewer);
        boolean inUse = jooq.fetchExists(
                        APP_USER, APP_USER.DEPARTMENT_ID.eq(id).and(APP_USER.STATE.eq(UserState.ACTIVE.name())))
                || jooq.fetchExists(jooq.selectOne()
                        .from(POST)
                        .join(APP_USER)
                        .on(APP_USER.ID.eq(POST.USER_ID))
                        .where(POST.DEPARTMENT_ID.eq(id))
                        .and(APP_USER.STATE.eq(UserState.ACTIVE.name())))
                || jooq.fetchExists(DEPARTMENT, DEPARTMENT.PARENT_ID.eq(id).and(DEPARTMENT.ARCHIVED_AT.isNull()));
        if (inUse) {
            throw new Problem(OrganizationProblem.DEPARTMENT_IN_USE);
        }
        row.setArchivedAt(clock.instant());
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        events.publishEvent(new AccessChanged());
    }

    /** Takes it back, at its place. Throws NOT_FOUND, DEPARTMENT_ABOVE_ARCHIVED if that is put away itself. */
    @Transactional
    public void restore(long id, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        DepartmentRecord row = jooq.selectFrom(DEPARTMENT)
                .where(DEPARTMENT.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        authority.mustReach("department", id, viewer);
        boolean hangsOnArchived = jooq.fetchExists(
                DEPARTMENT, DEPARTMENT.ID.eq(row.getParentId()).and(DEPARTMENT.ARCHIVED_AT.isNotNull()));
        if (hangsOnArchived) {
            throw new Problem(OrganizationProblem.DEPARTMENT_ABOVE_ARCHIVED);
        }
        if (row.getArchivedAt() != null) {
            row.setArchivedAt(null);
            row.setVersion(row.getVersion() + 1);
            writing.by(viewer);
            row.update();
            events.publishEvent(new AccessChanged());
        }
    }

    /** The whole tree is held while a branch moves, so that two moves together cannot make a circle. */
    private void mustNotLieBelowItself(long id, @Nullable Long parentId) {
        jooq.resultQuery("select pg_advisory_xact_lock(hashtext('organization.department'))")
                .fetch();
        if (parentId != null && rights.belowAnd(Set.of(id)).contains(parentId)) {
            throw new Problem(OrganizationProblem.DEPARTMENT_CYCLE);
        }
    }

    private DepartmentRecord lock(long id) {
        return jooq.selectFrom(DEPARTMENT)
                .where(DEPARTMENT.ID.eq(id))
                .and(DEPARTMENT.ARCHIVED_AT.isNull())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    @SuppressWarnings("NullAway") // a column that is never null in the table is so in a new row
    private static void withDefaults(DepartmentRecord row) {
        if (row.getPosition() == null) {
            row.setPosition(0);
        }
    }
}
