package qiji.access;

import static db.customer.Tables.CUSTOMER;
import static db.platform.Tables.ANSWERED_COMMAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.platform.Problem;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A command with an Idempotency-Key is done once, however often and however fast it is sent. X5 */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED) // what is done once is what is committed
class IdempotencyTests {
    private static final String CUSTOMERS = "/api/customers";

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    AnsweredCommands answered;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate work;
    private Viewer viewer;
    private String key;
    private String name;

    @BeforeEach
    void aSeller() {
        work = new TransactionTemplate(transactions);
        viewer = seller();
        key = SampleData.unique("key");
        name = SampleData.unique("海川信息");
    }

    @Test
    void givesTheSameAnswerAgainAndDoesNothingTwice() {
        MvcTestResult first = send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
        MvcTestResult again = send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(Api.body(again)).isEqualTo(Api.body(first));
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void repeatsAnAnswerWithoutABody() {
        String id = Api.body(send(HttpMethod.POST, CUSTOMERS, named(name), viewer))
                .path("id")
                .asString();
        key = SampleData.unique("key");
        assertThat(send(HttpMethod.POST, CUSTOMERS + "/" + id + "/archive", "", viewer))
                .hasStatus(204);
        assertThat(send(HttpMethod.POST, CUSTOMERS + "/" + id + "/archive", "", viewer))
                .hasStatus(204);
    }

    @Test
    void letsAnEditThatWasHeardBeNamedAgainThoughItsVersionIsOld() {
        String id = Api.body(send(HttpMethod.POST, CUSTOMERS, named(name), viewer))
                .path("id")
                .asString();
        key = SampleData.unique("key");
        String edit = "{\"version\": 0, \"region\": \"浙江\"}";
        MvcTestResult first = send(HttpMethod.PATCH, CUSTOMERS + "/" + id, edit, viewer);
        assertThat(first).hasStatusOk();
        assertThat(Api.body(send(HttpMethod.PATCH, CUSTOMERS + "/" + id, edit, viewer)))
                .isEqualTo(Api.body(first));
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
        assertThat(send(HttpMethod.POST, CUSTOMERS, named(name + "二"), viewer))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/idempotency-key-reused\"}");
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void keepsNoRefusal() {
        assertThat(send(HttpMethod.POST, CUSTOMERS, "{}", viewer)).hasStatus(400);
        assertThat(send(HttpMethod.POST, CUSTOMERS, named(name), viewer)).hasStatus(201);
    }

    @Test
    void isOnesOwn() {
        Viewer other = seller();
        send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
        assertThat(send(HttpMethod.POST, CUSTOMERS, named(name), other)).hasStatus(201);
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void isDoneOnceByManyAtTheSameTime() throws Exception {
        int senders = 8;
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<MvcTestResult>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (int i = 0; i < senders; i++) {
                answers.add(threads.submit(() -> {
                    begin.await();
                    return send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
                }));
            }
            begin.countDown();
        }
        for (Future<MvcTestResult> answer : answers) {
            assertThat(answer.get()).hasStatus(201);
            assertThat(Api.body(answer.get()))
                    .isEqualTo(Api.body(answers.getFirst().get()));
        }
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void tellsWhoCannotWaitLongerThatItIsUnderWay() {
        byte[] request = {1};
        work.executeWithoutResult(first -> {
            answered.claim(viewer.userId(), key, request, Duration.ofSeconds(1));
            try (var other = Executors.newSingleThreadExecutor()) {
                var second = other.submit(
                        () -> work.execute(_ -> answered.claim(viewer.userId(), key, request, Duration.ofMillis(50))));
                assertThatThrownBy(second::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem ->
                                        assertThat(problem.problemType().code()).isEqualTo("command-under-way"));
            }
            first.setRollbackOnly();
        });
    }

    @Test
    void isForgottenAfterADay() {
        send(HttpMethod.POST, CUSTOMERS, named(name), viewer);
        work.executeWithoutResult(_ -> jooq.update(ANSWERED_COMMAND)
                .set(ANSWERED_COMMAND.ANSWERED_AT, Clock.systemUTC().instant().minus(Duration.ofHours(25)))
                .where(ANSWERED_COMMAND.KEY.eq(key))
                .execute());
        assertThat(send(HttpMethod.POST, CUSTOMERS, named(name + "二"), viewer)).hasStatus(201);
        work.executeWithoutResult(_ -> jooq.update(ANSWERED_COMMAND)
                .set(ANSWERED_COMMAND.ANSWERED_AT, Clock.systemUTC().instant().minus(Duration.ofHours(25)))
                .where(ANSWERED_COMMAND.KEY.eq(key))
                .execute());
        answered.forgetOld();
        assertThat(jooq.fetchCount(ANSWERED_COMMAND, ANSWERED_COMMAND.KEY.eq(key)))
                .isZero();
    }

    @Test
    void isRefusedWhereTheAnswerIsASecretOrTheBodyAFile() {
        assertThat(send(HttpMethod.POST, "/api/me/tokens", "{}", viewer)).hasStatus(400);
        assertThat(http.post()
                        .uri("/api/files")
                        .multipart()
                        .file(new MockMultipartFile("file", new byte[] {1}))
                        .header(Idempotency.KEY, key)
                        .with(As.viewer(viewer)))
                .hasStatus(400)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/idempotency-key-not-taken\"}");
    }

    @Test
    void hasAFormOfItsOwn() {
        for (String wrong : List.of(" ", "x".repeat(201), "a b", "键")) {
            key = wrong;
            assertThat(send(HttpMethod.POST, CUSTOMERS, named(name), viewer)).hasStatus(400);
        }
        assertThat(made()).isZero();
    }

    private Viewer seller() {
        long user = work.execute(_ -> sample.user("Li"));
        return SampleData.viewer(user, "customer:read", "customer:create", "customer:edit", "customer:archive");
    }

    private int made() {
        return jooq.fetchCount(CUSTOMER, CUSTOMER.NAME.startsWith(name));
    }

    private MvcTestResult send(HttpMethod method, String uri, String body, Viewer sender) {
        return http.method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(Idempotency.KEY, key)
                .with(As.viewer(sender))
                .exchange();
    }

    private static String named(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }
}
