package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.identity.password.Passwords;
import qiji.testing.As;
import qiji.testing.SampleData;

/** People with a password and rights, who sign in as everybody does. No bean: one more would be another application. */
class People {
    static final String PASSWORD = "correct horse battery";

    private final DSLContext jooq;
    private final Writing writing;
    private final Passwords passwords;
    private final SampleData sample;
    private final MockMvcTester mvc;

    People(DSLContext jooq, Writing writing, Passwords passwords, SampleData sample, MockMvcTester mvc) {
        this.jooq = jooq;
        this.writing = writing;
        this.passwords = passwords;
        this.sample = sample;
        this.mvc = mvc;
    }

    record Person(long id, String username) {}

    Person named(String name) {
        long id = sample.user(name);
        jooq.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwords.hash(PASSWORD))
                .where(APP_USER.ID.eq(id))
                .execute();
        return new Person(id, username(id));
    }

    /** A new role that gives these permissions, with scope over everything; the person gets it. */
    long give(Person person, String... permissions) {
        writing.by(Viewer.system("sample data"));
        String code = SampleData.unique("R").replace('-', '_');
        long role = jooq.insertInto(ROLE)
                .set(ROLE.CODE, code)
                .set(ROLE.NAME_ZH, code)
                .set(ROLE.NAME_EN, code)
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        for (String permission : permissions) {
            String object = permission.substring(0, permission.indexOf(':'));
            jooq.insertInto(ROLE_PERMISSION, ROLE_PERMISSION.ROLE_ID, ROLE_PERMISSION.PERMISSION)
                    .values(role, permission)
                    .execute();
            jooq.insertInto(ROLE_SCOPE, ROLE_SCOPE.ROLE_ID, ROLE_SCOPE.OBJECT, ROLE_SCOPE.KIND)
                    .values(role, object, "ALL")
                    .onConflictDoNothing()
                    .execute();
        }
        jooq.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
                .values(person.id(), role)
                .execute();
        return role;
    }

    void makeAdministrator(Person person) {
        writing.by(Viewer.system("sample data"));
        jooq.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
                .select(jooq.select(org.jooq.impl.DSL.val(person.id()), ROLE.ID)
                        .from(ROLE)
                        .where(ROLE.CODE.eq("SYSTEM_ADMIN")))
                .execute();
    }

    /** The cookie of a new session. */
    Cookie signIn(Person person) {
        var answer = mvc.post()
                .uri("/api/session")
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content(credentials(person.username(), PASSWORD))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.NO_CONTENT);
        return Objects.requireNonNull(answer.getResponse().getCookie(SessionCookie.NAME));
    }

    static String credentials(String username, String password) {
        return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
    }

    private String username(long id) {
        return jooq.select(APP_USER.USERNAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(id))
                .fetchSingle()
                .value1();
    }
}
