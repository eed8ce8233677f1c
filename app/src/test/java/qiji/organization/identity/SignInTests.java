package qiji.organization.identity;

import static db.audit.Tables.ENTRY;
import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A6: who may come in, and what a session is worth. */
@ModuleTest
class SignInTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    People people;

    @Autowired
    void meet(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @Test
    void opensASessionThatScriptsCannotRead() {
        var lei = people.named("Li Lei");
        Cookie cookie = people.signIn(lei);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(session(cookie)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"user": {"username": "%s", "departmentId": null}, "mustChangePassword": false, "demo": false}""".formatted(lei.username()));
    }

    @Test
    void takesTheUserNameInAnyCase() {
        var lei = people.named("Li Lei");
        assertThat(attempt(" " + lei.username().toUpperCase(java.util.Locale.ROOT) + " ", People.PASSWORD))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownUser() {
        var lei = people.named("Li Lei");
        String wrong = body(attempt(lei.username(), "wrong password"));
        assertThat(body(attempt(SampleData.unique("nobody"), "wrong password"))).isEqualTo(wrong);
        assertThat(attempt(lei.username(), "wrong password"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/bad-credentials\"}");
    }

    @Test
    void locksAnAccountAfterFiveFailuresEvenForTheRightPassword() {
        var lei = people.named("Li Lei");
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(lei.username(), "wrong password")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
        assertThat(attempt(lei.username(), People.PASSWORD))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .bodyJson()
                .hasPathSatisfying(
                        "$.retryAfterSeconds",
                        seconds -> seconds.assertThat()
                                .asNumber()
                                .satisfies(it -> assertThat(it.intValue()).isBetween(880, 901)));
    }

    @Test
    void locksAnUnknownUserNameJustTheSame() {
        String nobody = SampleData.unique("nobody");
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(nobody, "wrong password")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
        assertThat(attempt(nobody, "wrong password")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        var lei = people.named("Li Lei");
        for (int i = 0; i < 9; i++) {
            attempt(lei.username(), i % 4 == 3 ? People.PASSWORD : "wrong password");
        }
        assertThat(attempt(lei.username(), People.PASSWORD)).hasStatus(HttpStatus.NO_CONTENT);
    }

    @Test
    void letsNobodyInWhoIsNotActiveOrHasNoPassword() {
        var gone = people.named("Gone");
        jooq.update(APP_USER)
                .set(APP_USER.STATE, "INACTIVE")
                .where(APP_USER.ID.eq(gone.id()))
                .execute();
        assertThat(attempt(gone.username(), People.PASSWORD)).hasStatus(HttpStatus.UNAUTHORIZED);

        var blank = people.named("Blank");
        jooq.update(APP_USER)
                .setNull(APP_USER.PASSWORD_HASH)
                .where(APP_USER.ID.eq(blank.id()))
                .execute();
        assertThat(attempt(blank.username(), "")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void neverTakesOverASessionThatWasThereBefore() {
        var lei = people.named("Li Lei");
        var planted = new Cookie(SessionCookie.NAME, "planted-by-someone-else");
        var answer = mvc.post()
                .uri("/api/session")
                .cookie(planted)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content(People.credentials(lei.username(), People.PASSWORD))
                .exchange();
        assertThat(answer.getResponse().getCookie(SessionCookie.NAME))
                .isNotNull()
                .isNotEqualTo(planted);
        assertThat(session(planted)).hasStatus(HttpStatus.UNAUTHORIZED);

        Cookie first = people.signIn(lei);
        mvc.post()
                .uri("/api/session")
                .cookie(first)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content(People.credentials(lei.username(), People.PASSWORD))
                .exchange();
        assertThat(session(first)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void replacesTheCsrfTokenWhenSomeoneSignsIn() {
        var lei = people.named("Li Lei");
        var before = csrfCookie(mvc.get().uri("/api/setup").exchange());
        var answer = mvc.post()
                .uri("/api/session")
                .cookie(before)
                .header("X-XSRF-TOKEN", before.getValue())
                .contentType(MediaType.APPLICATION_JSON)
                .content(People.credentials(lei.username(), People.PASSWORD))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(csrfCookie(answer).getValue()).isNotEqualTo(before.getValue());
        assertThat(before.isHttpOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "made-up"})
    void refusesAChangeWithoutTheCsrfToken(String token) {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        var answer = mvc.delete().uri("/api/session").cookie(cookie).header("X-XSRF-TOKEN", token);
        assertThat(answer)
                .hasStatus(HttpStatus.FORBIDDEN)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/csrf-token-missing\"}");
        assertThat(session(cookie)).hasStatusOk();
    }

    @Test
    void endsASessionAtSignOut() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        assertThat(mvc.delete().uri("/api/session").cookie(cookie).with(As.page()))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(session(cookie)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void answersWhoIsNotSignedInWithAProblemInTheirLanguage() {
        assertThat(mvc.get().uri("/api/anything"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/not-signed-in\", \"title\": \"请先登录\"}");
        assertThat(mvc.get().uri("/api/anything").header("Accept-Language", "en-GB"))
                .bodyJson()
                .isLenientlyEqualTo("{\"title\": \"Sign in first\"}");
    }

    @Test
    void writesDownWhoCameAndWentAndWhoFailed() { // A7
        var lei = people.named("Li Lei");
        attempt(lei.username(), "wrong password");
        Cookie cookie = people.signIn(lei);
        mvc.delete().uri("/api/session").cookie(cookie).with(As.page()).exchange();
        assertThat(jooq.select(ENTRY.ACTION)
                        .from(ENTRY)
                        .where(ENTRY.SUBJECT_ID.eq(lei.id()))
                        .and(ENTRY.SUBJECT_TYPE.eq("organization.app_user"))
                        .and(ENTRY.ACTION.notIn("insert", "update"))
                        .orderBy(ENTRY.ID)
                        .fetch(ENTRY.ACTION))
                .containsExactly("sign-in-failed", "sign-in", "sign-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"username\": 1}", "[]", "", "{\"username\": \"a\"}"})
    void answersABodyThatIsNoneWithAProblem(String content) {
        assertThat(mvc.post()
                        .uri("/api/session")
                        .with(As.page())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(content))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private MvcTestResult attempt(String username, String password) {
        return mvc.post()
                .uri("/api/session")
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content(People.credentials(username, password))
                .exchange();
    }

    private MvcTestResult session(Cookie cookie) {
        return mvc.get().uri("/api/session").cookie(cookie).exchange();
    }

    private static Cookie csrfCookie(MvcTestResult answer) {
        Cookie cookie = answer.getResponse().getCookie("XSRF-TOKEN");
        assertThat(cookie).isNotNull();
        return java.util.Objects.requireNonNull(cookie);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
