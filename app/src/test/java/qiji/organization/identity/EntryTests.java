package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.organization.Setup;
import qiji.testing.As;
import qiji.testing.ModuleTest;

/** A6: the first run, and links by which people set a password. */
@ModuleTest
class EntryTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Setup setup;

    @Autowired
    PasswordLinks links;

    @Autowired
    DSLContext jooq;

    People people;

    @Autowired
    void meet(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @Test
    void letsTheFirstAdministratorSetAPasswordOnce() {
        assertThat(mvc.get().uri("/api/setup"))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("{\"needed\": true, \"signedIn\": false}");
        String first = setup.newLink().orElseThrow();
        String token = setup.newLink().orElseThrow();
        assertThat(send("/api/setup", first, People.PASSWORD)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send("/api/setup", token, "short"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"password\", \"code\": \"weak-password\"}]}");
        assertThat(send("/api/setup", token, People.PASSWORD)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(send("/api/setup", token, "another good one")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.get().uri("/api/setup")).bodyJson().isEqualTo("{\"needed\": false, \"signedIn\": false}");
        assertThat(setup.newLink()).isEmpty();

        var cookie = people.signIn(new People.Person(0, "admin"));
        assertThat(mvc.get().uri("/api/session").cookie(cookie))
                .bodyJson()
                .extractingPath("$.permissions")
                .asArray()
                .contains("user:edit", "role:edit");
    }

    @Test
    void setsAPasswordByALinkOnceAndEndsAllSessions() {
        var lei = people.named("Li Lei");
        var cookie = people.signIn(lei);
        String old = tokenOf(links.make(lei.id(), Viewer.system("test")));
        String token = tokenOf(links.make(lei.id(), Viewer.system("test")));
        assertThat(send("/api/password-reset", old, "another good one")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(send("/api/password-reset", token, "another good one")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(send("/api/password-reset", token, "a third good one"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/link-invalid\"}");
        assertThat(mvc.get().uri("/api/session").cookie(cookie)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void keepsNoSecretThatCouldBeUsed() {
        var lei = people.named("Li Lei");
        assertThat(jooq.fetchValue(APP_USER.PASSWORD_HASH, APP_USER.ID.eq(lei.id())))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        String token = tokenOf(links.make(lei.id(), Viewer.system("test")));
        assertThat(jooq.fetch("select * from organization.password_link").formatCSV())
                .doesNotContain(token);
        assertThat(jooq.fetch("select after from audit.entry where subject_type in"
                                + " ('organization.app_user', 'organization.password_link')")
                        .formatCSV())
                .doesNotContain("argon2id", token);
    }

    private MvcTestResult send(String path, String token, String password) {
        return mvc.post()
                .uri(path)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password))
                .exchange();
    }

    private static String tokenOf(PasswordLinks.Link link) {
        return link.link().substring(link.link().indexOf("token=") + "token=".length());
    }
}
