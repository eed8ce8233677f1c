package qiji.organization.role;

import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_FIELD_RULE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static db.organization.Tables.USER_ROLE;

import db.organization.tables.records.RoleRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.FieldAccess;
import qiji.access.Permission;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.organization.Authority;
import qiji.organization.Grant;
import qiji.organization.OrganizationProblem;
import qiji.organization.Permissions;
import qiji.organization.RightsStore;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Roles: editable sets of permissions with the scope and the fields that go with them. [A2 A3 A4] */
@Component
public class Roles {
    private static final String EDIT = "role:edit";

    private final DSLContext jooq;
    private final Permissions permissions;
    private final RightsStore rights;
    private final Authority authority;
    private final Writing writing;
    private final ApplicationEventPublisher events;

    Roles(
            DSLContext jooq,
            Permissions permissions,
            RightsStore rights,
            Authority authority,
            Writing writing,
            ApplicationEventPublisher events) {
        this.jooq = jooq;
        this.permissions = permissions;
        this.rights = rights;
        this.authority = authority;
        this.writing = writing;
        this.events = events;
    }

    /** Everything that roles can give. */
    public List<Permission> permissions(Viewer viewer) {
        mustSeeRoles(viewer);
        return permissions.all();
    }

    /** Throws FORBIDDEN without {@code role:read}; who manages users sees roles too, to give them. */
    @Transactional(readOnly = true)
    public List<RoleView> all(Viewer viewer) {
        mustSeeRoles(viewer);
        var roles = jooq.selectFrom(ROLE).orderBy(ROLE.BUILTIN.desc(), ROLE.ID).fetch();
        Map<Long, Grant> grants = rights.grants(roles.getValues(ROLE.ID));
        Map<Long, Integer> users = jooq.select(USER_ROLE.ROLE_ID, DSL.count())
                .from(USER_ROLE)
                .groupBy(USER_ROLE.ROLE_ID)
                .fetchMap(USER_ROLE.ROLE_ID, DSL.count());
        return roles.map(role ->
                view(role, Objects.requireNonNull(grants.get(role.getId())), users.getOrDefault(role.getId(), 0)));
    }

    /** Throws INVALID_FIELDS, BEYOND_OWN_RIGHTS if it gives what the viewer does not hold. */
    @Transactional
    public long create(RoleDraft draft, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        Grant grant = checked(draft);
        authority.mustBeAbleToGiveToAnyone(grant, viewer);
        writing.by(viewer);
        String made = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        long id = jooq.insertInto(ROLE)
                .set(ROLE.CODE, draft.code() == null ? made : draft.code())
                .set(ROLE.NAME_ZH, draft.zh())
                .set(ROLE.NAME_EN, draft.en())
                .set(ROLE.DESCRIPTION, Objects.requireNonNullElse(draft.description(), ""))
                .set(ROLE.DESCRIPTION_EN, Objects.requireNonNullElse(draft.descriptionEn(), ""))
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        save(id, grant);
        return id;
    }

    /** Throws NOT_FOUND, STALE_VERSION, FIXED_ROLE, BEYOND_OWN_RIGHTS if it gives, or gave, what the viewer does not hold. */
    @Transactional
    public int replace(long id, RoleDraft draft, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        RoleRecord role = lock(id);
        if (draft.version() != null && !draft.version().equals(role.getVersion())) {
            throw Problem.stale(role.getVersion());
        }
        if (role.getCode().equals(RightsStore.SYSTEM_ADMIN)) {
            throw new Problem(OrganizationProblem.FIXED_ROLE);
        }
        Grant grant = checked(draft);
        authority.mustBeAbleToGiveToAnyone(grant, viewer);
        authority.mustBeAbleToGiveToAnyone(
                Objects.requireNonNull(rights.grants(Set.of(id)).get(id)), viewer);
        role.setNameZh(draft.zh());
        role.setNameEn(draft.en());
        if (draft.description() != null) {
            role.setDescription(draft.description());
        }
        if (draft.descriptionEn() != null) {
            role.setDescriptionEn(draft.descriptionEn());
        }
        role.setVersion(role.getVersion() + 1);
        writing.by(viewer);
        role.update();
        clear(id);
        save(id, grant);
        return role.getVersion();
    }

    /** Throws NOT_FOUND, BUILTIN_ROLE, ROLE_IN_USE. */
    @Transactional
    public void delete(long id, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        RoleRecord role = lock(id);
        if (role.getBuiltin()) {
            throw new Problem(OrganizationProblem.BUILTIN_ROLE);
        }
        if (jooq.fetchExists(USER_ROLE, USER_ROLE.ROLE_ID.eq(id))) {
            throw new Problem(OrganizationProblem.ROLE_IN_USE);
        }
        writing.by(viewer);
        clear(id);
        role.delete();
        events.publishEvent(new AccessChanged());
    }

    private Grant checked(RoleDraft draft) {
        List<FieldFault> faults = new ArrayList<>();
        if (draft.zh().isEmpty()) {
            faults.add(FieldFault.required("name"));
        }
        Set<String> codes = permissions.codes();
        draft.permissions().stream()
                .filter(code -> !codes.contains(code))
                .sorted()
                .forEach(code -> faults.add(FieldFault.of(
                        "permissions",
                        "unknown",
                        Words.of("没有权限 %s", "There is no permission %s").with(code))));
        Grant grant = draft.grant();
        grant.fieldRules().stream()
                .filter(rule -> rule.access() == FieldAccess.WRITABLE
                        || rule.object().isBlank()
                        || rule.field().isBlank())
                .forEach(_ -> faults.add(FieldFault.of(
                        "fieldRules", "invalid", Words.of("只能隐藏或设为只读", "A rule hides a field or makes it read-only"))));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return grant;
    }

    private void save(long id, Grant grant) {
        grant.permissions()
                .forEach(code -> jooq.insertInto(ROLE_PERMISSION, ROLE_PERMISSION.ROLE_ID, ROLE_PERMISSION.PERMISSION)
                        .values(id, code)
                        .execute());
        grant.scopes()
                .forEach((object, scope) -> jooq.insertInto(ROLE_SCOPE)
                        .set(ROLE_SCOPE.ROLE_ID, id)
                        .set(ROLE_SCOPE.OBJECT, object)
                        .set(ROLE_SCOPE.KIND, scope.kind().name())
                        .set(ROLE_SCOPE.DEPARTMENT_IDS, scope.departmentIds().toArray(Long[]::new))
                        .execute());
        grant.fieldRules()
                .forEach(rule -> jooq.insertInto(ROLE_FIELD_RULE)
                        .set(ROLE_FIELD_RULE.ROLE_ID, id)
                        .set(ROLE_FIELD_RULE.OBJECT, rule.object())
                        .set(ROLE_FIELD_RULE.FIELD, rule.field())
                        .set(ROLE_FIELD_RULE.ACCESS, rule.access().name())
                        .onConflictDoNothing()
                        .execute());
        events.publishEvent(new AccessChanged());
    }

    private void clear(long id) {
        jooq.deleteFrom(ROLE_PERMISSION).where(ROLE_PERMISSION.ROLE_ID.eq(id)).execute();
        jooq.deleteFrom(ROLE_SCOPE).where(ROLE_SCOPE.ROLE_ID.eq(id)).execute();
        jooq.deleteFrom(ROLE_FIELD_RULE).where(ROLE_FIELD_RULE.ROLE_ID.eq(id)).execute();
    }

    private RoleRecord lock(long id) {
        return jooq.selectFrom(ROLE)
                .where(ROLE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }

    private static void mustSeeRoles(Viewer viewer) {
        if (!viewer.may("user:edit")) {
            viewer.mustBeAllowed("role:read");
        }
    }

    private static RoleView view(RoleRecord role, Grant grant, int users) {
        Map<String, RoleView.ScopeView> scopes = new TreeMap<>();
        grant.scopes()
                .forEach((object, scope) -> scopes.put(
                        object,
                        new RoleView.ScopeView(
                                scope.kind(),
                                scope.departmentIds().stream()
                                        .sorted()
                                        .map(Object::toString)
                                        .toList())));
        return new RoleView(
                Long.toString(role.getId()),
                role.getCode(),
                Words.of(role.getNameZh(), role.getNameEn()).here(),
                role.getNameZh(),
                role.getNameEn(),
                role.getDescription(),
                role.getDescriptionEn(),
                Words.of(
                                role.getDescription(),
                                role.getDescriptionEn().isBlank() ? role.getDescription() : role.getDescriptionEn())
                        .here(),
                role.getBuiltin(),
                role.getCode().equals(RightsStore.SYSTEM_ADMIN),
                grant.permissions().stream().sorted().toList(),
                scopes,
                grant.fieldRules(),
                users,
                role.getVersion());
    }
}
