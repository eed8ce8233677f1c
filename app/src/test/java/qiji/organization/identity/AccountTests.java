package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SESSION;
import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.Viewers;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A6: one's own password, sessions and tokens; and how fast a loss of them is felt. */
@ModuleTest
class AccountTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    People people;

    @Autowired
    void meet(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @Autowired
    Writing writing;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        var lei = people.named("Li Lei");
        Cookie other = people.signIn(lei);
        Cookie mine = people.signIn(lei);
        assertThat(changePassword(mine, People.PASSWORD, "another good one")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri("/api/session").cookie(mine)).hasStatusOk();
        assertThat(mvc.get().uri("/api/session").cookie(other)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesAWrongOldAndAWeakNewPasswordBesideTheirFields() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        assertThat(changePassword(cookie, "wrong password", "another good one"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"currentPassword\", \"code\": \"wrong-password\"}]}");
        for (String weak : new String[] {"short", "1234567890", "Password123", People.PASSWORD}) {
            assertThat(changePassword(cookie, People.PASSWORD, weak))
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"fields\": [{\"field\": \"newPassword\", \"code\": \"weak-password\"}]}");
        }
    }

    @Test
    void allowsNothingElseWhileThePasswordMustBeChanged() {
        var lei = people.named("Li Lei");
        jooq.update(APP_USER)
                .set(APP_USER.MUST_CHANGE_PASSWORD, true)
                .where(APP_USER.ID.eq(lei.id()))
                .execute();
        Cookie cookie = people.signIn(lei);
        assertThat(mvc.get().uri("/api/session").cookie(cookie))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"mustChangePassword\": true}");
        assertThat(mvc.get().uri("/api/me/sessions").cookie(cookie))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/password-change-required\"}");
        assertThat(changePassword(cookie, People.PASSWORD, "another good one")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri("/api/me/sessions").cookie(cookie)).hasStatusOk();
    }

    @Test
    void listsAndRevokesOnesOwnSessionsOnly() {
        var lei = people.named("Li Lei");
        Cookie mine = people.signIn(lei);
        Cookie other = people.signIn(lei);
        Cookie theirs = people.signIn(people.named("Han Meimei"));
        assertThat(mvc.get().uri("/api/me/sessions").cookie(mine))
                .bodyJson()
                .extractingPath("$[?(@.current == true)]")
                .asArray()
                .hasSize(1);

        assertThat(revoke(mine, idOf(theirs))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(revoke(mine, idOf(other))).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri("/api/session").cookie(other)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/api/session").cookie(theirs)).hasStatusOk();
    }

    @Test
    void endsForGoodWhatALeaverHadOpen() { // A1
        var lei = people.named("Li Lei");
        Cookie cookie = people.signIn(lei);
        Viewer admin = SampleData.viewer(0, "user:edit", "user:read");
        for (String verb : new String[] {"deactivation", "activation"}) {
            assertThat(mvc.post().uri("/api/users/" + lei.id() + "/" + verb).with(As.viewer(admin)))
                    .hasStatus(HttpStatus.NO_CONTENT);
            assertThat(mvc.get().uri("/api/session").cookie(cookie)).as(verb).hasStatus(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void endsASessionThatWasNotUsedForDays() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        jooq.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, clock.instant().minus(Duration.ofDays(4)))
                .where(SESSION.ID.eq(idOf(cookie)))
                .execute();
        assertThat(mvc.get().uri("/api/session").cookie(cookie)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void writesWhenASessionWasSeenOnceAMinuteAtMost() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        var soon = clock.instant().minusSeconds(30).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        jooq.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, soon)
                .where(SESSION.ID.eq(idOf(cookie)))
                .execute();
        mvc.get().uri("/api/session").cookie(cookie).exchange();
        assertThat(jooq.fetchValue(SESSION.LAST_SEEN_AT, SESSION.ID.eq(idOf(cookie))))
                .isEqualTo(soon);

        Cookie second = people.signIn(people.named("Han Meimei"));
        var earlier = clock.instant().minusSeconds(90);
        jooq.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, earlier)
                .where(SESSION.ID.eq(idOf(second)))
                .execute();
        mvc.get().uri("/api/session").cookie(second).exchange();
        assertThat(jooq.fetchValue(SESSION.LAST_SEEN_AT, SESSION.ID.eq(idOf(second))))
                .isAfter(earlier);
    }

    @Test
    void givesAProgramATokenOfItsOwnWithTheRightsOfItsMaker() {
        var lei = people.named("Li Lei");
        people.give(lei, "token:own");
        Cookie cookie = people.signIn(lei);
        String token = makeToken(cookie);
        assertThat(mvc.get().uri("/api/session").header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"permissions\": [\"token:own\"]}");
        // no CSRF token needed; but what a stolen token must not do, it may not
        assertThat(mvc.post()
                        .uri("/api/me/tokens")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"another\", \"expiresOn\": \"%s\", \"scope\": \"READ\"}"
                                .formatted(LocalDate.now(clock).plusDays(1))))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/not-by-token\"}");
    }

    @Test
    void neverServesARequestWithABearerTokenByItsCookie() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        assertThat(mvc.delete()
                        .uri("/api/me/sessions/" + idOf(cookie))
                        .cookie(cookie)
                        .header("Authorization", "Bearer made-up"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesTokensThatHoldTooLongOrWithoutTheRight() {
        var lei = people.named("Li Lei");
        Cookie cookie = people.signIn(lei);
        assertThat(tokenAsked(cookie, LocalDate.now(clock).plusDays(1))).hasStatus(HttpStatus.FORBIDDEN);
        people.give(lei, "token:own");
        Cookie again = people.signIn(lei);
        assertThat(tokenAsked(again, LocalDate.now(clock).plusDays(400))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(tokenAsked(again, LocalDate.now(clock).minusDays(1))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void feelsALostSessionAndALostRightOnAnotherNodeWithinASecond() {
        var lei = people.named("Li Lei");
        people.give(lei, "user:read");
        Cookie cookie = people.signIn(lei);
        var node = new Authentications(jooq, viewers, transaction, clock);
        var token = new OpaqueToken(cookie.getValue());
        assertThat(node.ofSession(token).orElseThrow().getPrincipal().may("user:read"))
                .isTrue();

        writing.by(Viewer.system("test"));
        jooq.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(lei.id())).execute();
        withinASecond(() -> assertThat(
                        node.ofSession(token).orElseThrow().getPrincipal().may("user:read"))
                .isFalse());
        jooq.update(SESSION)
                .set(SESSION.REVOKED_AT, clock.instant())
                .where(SESSION.USER_ID.eq(lei.id()))
                .execute();
        withinASecond(() -> assertThat(node.ofSession(token)).isEmpty());
    }

    // In the thread of the test, whose transaction no other thread can see.
    private static void withinASecond(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(1))
                .untilAsserted(assertion);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult changePassword(
            Cookie cookie, String current, String chosen) {
        return mvc.put()
                .uri("/api/me/password")
                .cookie(cookie)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(current, chosen))
                .exchange();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult revoke(Cookie cookie, long id) {
        return mvc.delete()
                .uri("/api/me/sessions/" + id)
                .cookie(cookie)
                .with(As.page())
                .exchange();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult tokenAsked(Cookie cookie, LocalDate expiresOn) {
        return mvc.post()
                .uri("/api/me/tokens")
                .cookie(cookie)
                .with(As.page())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"name\": \"script\", \"expiresOn\": \"%s\", \"scope\": \"EVERYTHING\"}".formatted(expiresOn))
                .exchange();
    }

    private String makeToken(Cookie cookie) {
        var answer = tokenAsked(cookie, LocalDate.now(clock).plusDays(1));
        assertThat(answer).hasStatus(HttpStatus.CREATED);
        try {
            String body = answer.getResponse().getContentAsString();
            return body.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private long idOf(Cookie cookie) {
        return jooq.fetchValue(SESSION.ID, SESSION.TOKEN_HASH.eq(new OpaqueToken(cookie.getValue()).hash()));
    }
}
