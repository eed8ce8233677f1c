package qiji.notification;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.notification.StreamClient.Heard;
import qiji.organization.AccessChanged;
import qiji.organization.SignIns;
import qiji.organization.identity.password.Passwords;
import qiji.testing.SampleData;
import qiji.testing.TestDatabase;

/** Notices are live: on a real server, by real streams, without a thread for who hears nothing. [D9] */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "qiji.data=target/test-data-${test.fork:1}-stream",
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000"
        })
@Import({TestDatabase.class, SampleData.class})
class NoticeStreamTests {
    private static final String PASSWORD = "correct horse battery";
    private static final String NEWS = "event: notices";
    private static final String BEAT = ": ";

    @LocalServerPort
    int port;

    @Autowired
    DSLContext jooq;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SampleData sample;

    @Autowired
    Writing writing;

    @Autowired
    Passwords passwords;

    @Autowired
    Notices notices;

    @Autowired
    NoticeStreams streams;

    @Autowired
    NoticeChannel channel;

    @Autowired
    NoticeQueries queries;

    @Autowired
    SignIns signIns;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    ApplicationEventPublisher events;

    private long user;
    private StreamClient browser;
    private final List<Heard> open = new ArrayList<>();

    @BeforeEach
    void someoneListens() throws Exception {
        user = transaction.execute(_ -> {
            long id = sample.user("Han Meimei");
            jooq.update(APP_USER)
                    .set(APP_USER.PASSWORD_HASH, passwords.hash(PASSWORD))
                    .where(APP_USER.ID.eq(id))
                    .execute();
            return id;
        });
        String name = jooq.fetchSingle(APP_USER, APP_USER.ID.eq(user)).getUsername();
        browser = new StreamClient(port, name, PASSWORD);
        await().until(channel::hears);
    }

    @AfterEach
    void nobodyListens() throws Exception {
        for (Heard heard : open) {
            heard.close();
        }
        streams.close();
        streams.reopen();
        await().until(() -> streams.count() == 0);
    }

    @Test
    void hearsWithinASecondOfTheCommit() throws Exception {
        Heard heard = listen();
        Instant told = Instant.now();
        tell();
        heard.hears(NEWS);
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void hearsNothingOfWhatWasRolledBackOrIsForOthers() throws Exception {
        Heard heard = listen();
        transaction.executeWithoutResult(status -> {
            notices.tell(notice(user));
            status.setRollbackOnly();
        });
        long other = transaction.execute(_ -> sample.user("Li Lei"));
        transaction.executeWithoutResult(_ -> notices.tell(notice(other)));
        streams.beat();
        assertThat(heard.next()).isEqualTo(BEAT);
        heard.isSilent();
    }

    @Test
    void isToldOnlyWithinTheTransactionThatItTellsOf() {
        Notice notice = notice(user);
        assertThatThrownBy(() -> notices.tell(notice)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void isNeitherKeptNorPackedOnTheWay() throws Exception {
        var headers = listen().answer.headers();
        assertThat(headers.firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        assertThat(headers.firstValue("content-encoding")).isEmpty();
        assertThat(headers.firstValue("x-accel-buffering")).contains("no");
        assertThat(headers.firstValue("cache-control").orElseThrow()).contains("no-store");
    }

    @Test
    void endsWhenTheSessionEnds() throws Exception {
        Heard heard = listen();
        browser.signOut();
        heard.ends();
        assertThat(browser.ask().statusCode()).isEqualTo(401);
    }

    @Test
    void endsWhenRightsChangeAndNotWhenThoseOfOthersDo() throws Exception {
        Heard heard = listen();
        transaction.executeWithoutResult(_ -> {
            long other = sample.user("Li Lei");
            makeAdministrator(other);
        });
        tell();
        heard.hears(NEWS);
        transaction.executeWithoutResult(_ -> makeAdministrator(user));
        heard.ends();
    }

    @Test
    void endsAtTheNextBeatWhereTheCallWasMissed() throws Exception {
        Heard heard = listen();
        jooq.update(db.organization.Tables.SESSION)
                .set(db.organization.Tables.SESSION.REVOKED_AT, Instant.now())
                .where(db.organization.Tables.SESSION.USER_ID.eq(user))
                .execute();
        streams.beat();
        heard.ends();
    }

    @Test
    void hearsAgainAfterTheConnectionWasLost() throws Exception {
        Heard heard = listen();
        channel.lose();
        tell();
        heard.hears(NEWS);
        await().until(channel::hears);
        tell();
        heard.hears(NEWS);
    }

    @Test
    void hearsWhatAnotherNodeTells() throws Exception {
        var elsewhere = new NoticeStreams(signIns, viewers);
        var node = new NoticeChannel(database, elsewhere, queries);
        node.start();
        await().until(node::hears);
        Heard heard = listen();
        transaction.executeWithoutResult(_ -> notices.tell(notice(user)));
        heard.hears(NEWS);
        node.stop();
        await().until(() -> !node.hears());
    }

    @Test
    void isOpenOnlyAFewTimesForOnePersonAndTheOldestGivesWay() throws Exception {
        Heard oldest = listen();
        for (int i = 0; i < NoticeStreams.MOST_OF_ONE; i++) {
            listen();
        }
        oldest.hears("event: full");
        oldest.ends();
        await().until(() -> streams.count() == NoticeStreams.MOST_OF_ONE);
    }

    @Test
    void isForgottenWhenTheBrowserLeaves() throws Exception {
        listen().close();
        await().until(() -> {
            streams.beat();
            return streams.count() == 0;
        });
    }

    @Test
    void holdsNoThreadWhileNothingIsSaid() throws Exception {
        long before = requestThreads();
        for (int i = 0; i < NoticeStreams.MOST_OF_ONE; i++) {
            listen();
        }
        await().until(() -> requestThreads() <= before);
    }

    @Test
    void endsBeforeTheServerWaitsForItsLastAnswers() throws Exception {
        Heard heard = listen();
        channel.stop();
        heard.ends();
        channel.start();
    }

    private long requestThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("-exec-"))
                .filter(thread -> java.util.Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("qiji.")))
                .count();
    }

    private Heard listen() throws Exception {
        Heard heard = browser.listen();
        open.add(heard);
        int expected = open.size();
        await().until(() -> streams.count() >= expected || expected > NoticeStreams.MOST_OF_ONE);
        return heard;
    }

    private void tell() {
        transaction.executeWithoutResult(_ -> notices.tell(notice(user)));
    }

    private static Notice notice(long whom) {
        return Notice.of(NoticeKind.of("opportunity.given", "", ""), whom, null);
    }

    private void makeAdministrator(long whom) {
        writing.by(Viewer.system("test"));
        jooq.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
                .select(DSL.select(DSL.val(whom), ROLE.ID).from(ROLE).where(ROLE.CODE.eq("SYSTEM_ADMIN")))
                .execute();
        events.publishEvent(new AccessChanged());
    }
}
