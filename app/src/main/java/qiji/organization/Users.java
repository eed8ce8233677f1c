package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.POST;
import static db.organization.Tables.USER_ROLE;

import db.organization.tables.AppUserTable;
import db.organization.tables.records.AppUserRecord;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;

/** The people who use, used or are named in the system: joiners, movers, leavers. Never deleted. [A1] */
@Component
public class Users {
    private static final String EDIT = "user:edit";
    private static final int LONGEST_USERNAME = 50;

    private final DSLContext jooq;
    private final FieldReader reader;
    private final Records records;
    private final RightsStore rights;
    private final Authority authority;
    private final Writing writing;
    private final ApplicationEventPublisher events;

    Users(
            DSLContext jooq,
            FieldReader reader,
            Records records,
            RightsStore rights,
            Authority authority,
            Writing writing,
            ApplicationEventPublisher events) {
        this.jooq = jooq;
        this.reader = reader;
        this.records = records;
        this.rights = rights;
        this.authority = authority;
        this.writing = writing;
        this.events = events;
    }

    /** Everyone who may read users at all sees the whole directory. */
    public static Condition visibleTo(Viewer viewer, AppUserTable u) {
        return viewer.may("user:read") ? DSL.trueCondition() : DSL.falseCondition();
    }

    /** Throws NOT_FOUND, FORBIDDEN. */
    @Transactional(readOnly = true)
    public UserPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed("user:read");
        Map<String, @Nullable Object> values = records.one(UserFields.TYPE, id, viewer);
        boolean manages = authority.canManage(id, viewer);
        return new UserPage(
                Long.toString(id),
                jooq.fetchSingle(APP_USER, APP_USER.ID.eq(id)).getVersion(),
                values,
                jooq.selectFrom(POST)
                        .where(POST.USER_ID.eq(id))
                        .orderBy(POST.ID)
                        .fetch(post -> new PostRow(post.getDepartmentId(), post.getTitle())),
                jooq.select(USER_ROLE.ROLE_ID)
                        .from(USER_ROLE)
                        .where(USER_ROLE.USER_ID.eq(id))
                        .orderBy(USER_ROLE.ROLE_ID)
                        .fetch(row -> Long.toString(row.value1())),
                Map.of("edit", manages, "deactivate", manages && id != viewer.userId()));
    }

    /** Without a password: a password link gives one. Throws INVALID_FIELDS, FORBIDDEN, BEYOND_OWN_RIGHTS. */
    @Transactional
    public long create(JsonNode body, Viewer viewer) {
        viewer.mustBeAllowed(EDIT);
        FieldValues values = reader.forCreate(UserFields.TYPE, body, viewer);
        authority.mustReach("user", values.id("department"), viewer);
        return insert(values, viewer);
    }

    long insert(FieldValues values, Viewer viewer) {
        AppUserRecord row = jooq.newRecord(APP_USER);
        values.applyTo(row);
        complete(row);
        writing.by(viewer);
        row.insert();
        index(row);
        events.publishEvent(new AccessChanged());
        return row.getId();
    }

    /** Throws NOT_FOUND, STALE_VERSION, INVALID_FIELDS, MANAGER_CYCLE, BEYOND_OWN_RIGHTS. */
    @Transactional
    public int edit(long id, JsonNode body, Viewer viewer) {
        authority.mustManage(id, viewer);
        AppUserRecord row = lock(id);
        FieldValues values = reader.forEdit(UserFields.TYPE, body, viewer);
        if (values.version() != null && !values.version().equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        if (values.has("department") && !Objects.equals(values.id("department"), row.getDepartmentId())) {
            authority.mustReach("user", values.id("department"), viewer);
            authority.mustNotBeOneself(id, viewer);
        }
        return update(row, values, viewer);
    }

    int update(AppUserRecord row, FieldValues values, Viewer viewer) {
        if (values.has("manager")) {
            mustNotManageTheirManager(row.getId(), values.id("manager"));
        }
        values.applyTo(row);
        complete(row);
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        index(row);
        events.publishEvent(new AccessChanged());
        return row.getVersion();
    }

    /** Removes what an import made and nobody has used or stands on. Throws FORBIDDEN, USER_IN_USE. */
    void takeBack(long id, Viewer viewer) {
        authority.mustManage(id, viewer);
        AppUserRecord row = lock(id);
        boolean used = row.getLastSignInAt() != null
                || row.getPasswordHash() != null
                || jooq.fetchExists(USER_ROLE, USER_ROLE.USER_ID.eq(id));
        if (used) {
            throw new Problem(OrganizationProblem.USER_IN_USE);
        }
        writing.by(viewer);
        row.delete();
        events.publishEvent(new AccessChanged());
    }

    /** A user name that nobody has, made of a person's name: {@code anna.snelling}, {@code anna.snelling2}. */
    String freeUsername(String name) {
        String wanted = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", ".");
        wanted = wanted.substring(0, Math.min(wanted.length(), LONGEST_USERNAME));
        Set<String> taken = jooq.select(APP_USER.USERNAME)
                .from(APP_USER)
                .where(APP_USER.USERNAME.startsWith(wanted))
                .fetchSet(APP_USER.USERNAME);
        String free = wanted;
        for (int n = 2; taken.contains(free); n++) {
            free = wanted + n;
        }
        return free;
    }

    private void mustNotManageTheirManager(long id, @Nullable Long managerId) {
        jooq.resultQuery("select pg_advisory_xact_lock(hashtext('organization.app_user.manager'))")
                .fetch();
        if (managerId != null && (managerId == id || rights.teamOf(id).contains(managerId))) {
            throw new Problem(OrganizationProblem.MANAGER_CYCLE);
        }
    }

    /** Names are found by what people type at sign-in, so case and width say nothing. */
    private static void complete(AppUserRecord row) {
        String username = row.getUsername().strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty() || username.codePoints().anyMatch(Character::isWhitespace)) {
            throw Problem.invalid(List.of(
                    FieldFault.of("username", "invalid", Words.of("不能为空或含空白", "It must not be blank or hold spaces"))));
        }
        row.setUsername(username);
    }

    private void index(AppUserRecord row) {
        jooq.update(APP_USER)
                .set(UserFields.TYPE.searchOf(row))
                .where(APP_USER.ID.eq(row.getId()))
                .execute();
    }

    private AppUserRecord lock(long id) {
        return jooq.selectFrom(APP_USER)
                .where(APP_USER.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
    }
}
