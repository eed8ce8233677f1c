package qiji.organization.identity;

import static db.organization.Tables.ROLE_PERMISSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.Viewers;
import qiji.organization.identity.password.Passwords;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What another node remembers of a session and its rights holds for less than a second. A6 */
@ModuleTest
class NodesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    Writing writing;

    @Autowired
    Passwords passwords;

    @Autowired
    SampleData sample;

    private People people;
    private Authentications otherNode;

    @BeforeEach
    void anotherNode() {
        people = new People(jooq, writing, passwords, sample, mvc);
        otherNode = new Authentications(jooq, viewers, transaction, clock);
    }

    @Test
    void forgetsARevokedSession() {
        Cookie cookie = people.signIn(people.named("Li Lei"));
        OpaqueToken token = new OpaqueToken(cookie.getValue());
        assertThat(otherNode.ofSession(token)).isPresent();
        assertThat(mvc.delete().uri("/api/session").cookie(cookie).with(As.page()))
                .hasStatus(HttpStatus.NO_CONTENT);
        within(() -> otherNode.ofSession(token).isEmpty());
    }

    @Test
    void forgetsARightThatWasTaken() {
        var lei = people.named("Li Lei");
        long role = people.give(lei, "customer:read", "customer:edit");
        OpaqueToken token = new OpaqueToken(people.signIn(lei).getValue());
        assertThat(mayEdit(token)).isTrue();
        writing.by(Viewer.system("test"));
        jooq.deleteFrom(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.ROLE_ID.eq(role))
                .and(ROLE_PERMISSION.PERMISSION.eq("customer:edit"))
                .execute();
        within(() -> !mayEdit(token));
    }

    private boolean mayEdit(OpaqueToken token) {
        return otherNode.ofSession(token).orElseThrow().getPrincipal().may("customer:edit");
    }

    private static void within(java.util.concurrent.Callable<Boolean> holds) {
        await().pollInSameThread().atMost(Duration.ofSeconds(1)).until(holds);
    }
}
