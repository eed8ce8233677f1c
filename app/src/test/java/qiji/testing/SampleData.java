package qiji.testing;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;

/** Departments, people and viewers for tests; names are made unique, so tests that commit do not meet. */
@TestComponent
public class SampleData {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final DSLContext jooq;
    private final Writing writing;

    SampleData(DSLContext jooq, Writing writing) {
        this.jooq = jooq;
        this.writing = writing;
    }

    public static String unique(String name) {
        return name + "-" + NUMBER.incrementAndGet();
    }

    public long department(String name) {
        return department(name, null);
    }

    public long department(String name, @Nullable Long parentId) {
        writing.by(Viewer.system("sample data"));
        return jooq.insertInto(DEPARTMENT)
                .set(DEPARTMENT.NAME, unique(name))
                .set(DEPARTMENT.PARENT_ID, parentId)
                .returningResult(DEPARTMENT.ID)
                .fetchSingle()
                .value1();
    }

    public long user(String name) {
        return user(name, null);
    }

    public long user(String name, @Nullable Long departmentId) {
        writing.by(Viewer.system("sample data"));
        String unique = unique(name);
        return jooq.insertInto(APP_USER)
                .set(
                        APP_USER.USERNAME,
                        unique.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'))
                .set(APP_USER.NAME, unique)
                .set(APP_USER.DEPARTMENT_ID, departmentId)
                .returningResult(APP_USER.ID)
                .fetchSingle()
                .value1();
    }

    /** Someone who may do what is named, and sees everything of every object named before the colon. */
    public static Viewer viewer(long userId, String... permissions) {
        Map<String, Scope> scopes = Arrays.stream(permissions)
                .map(permission -> permission.substring(0, permission.indexOf(':')))
                .distinct()
                .collect(java.util.stream.Collectors.toMap(object -> object, _ -> Scope.everything()));
        return new Viewer(userId, 0, "viewer " + userId, Set.of(permissions), scopes, Map.of(), false);
    }

    /** The same person to whom a field such as {@code opportunity.grade} is hidden. */
    public static Viewer hiding(Viewer viewer, String field) {
        return new Viewer(
                viewer.userId(),
                viewer.departmentId(),
                viewer.name(),
                viewer.permissions(),
                viewer.scopes(),
                Map.of(field, FieldAccess.HIDDEN),
                viewer.isSystem());
    }

    /** The same person with another scope over one object. */
    public static Viewer scoped(Viewer viewer, String object, Scope scope) {
        Map<String, Scope> scopes = new java.util.HashMap<>(viewer.scopes());
        scopes.put(object, scope);
        return new Viewer(
                viewer.userId(),
                viewer.departmentId(),
                viewer.name(),
                viewer.permissions(),
                Map.copyOf(scopes),
                viewer.fieldRules(),
                false);
    }
}
