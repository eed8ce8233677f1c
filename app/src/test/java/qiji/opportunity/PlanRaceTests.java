package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Two drag at once: no change is lost. [D7] */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PlanRaceTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    TransactionTemplate transaction;

    private Http http;
    private Viewer seller;
    private long id;

    @BeforeEach
    void anOpportunity() {
        http = new Http(beans);
        long user = Objects.requireNonNull(transaction.execute(_ -> sample.user("Li Lei")));
        seller = SampleData.viewer(user, SampleOpportunities.EVERY_RIGHT);
        id = Objects.requireNonNull(transaction.execute(_ -> new SampleOpportunities(beans).opportunity(user)));
    }

    @RepeatedTest(3)
    @DisplayName("[D7] of two who drag the same bar, one is told that it has moved since")
    void ofTwoOneIsTold() throws Exception {
        long item = add(2, null);
        List<Integer> answers = atOnce(List.of(move(item, 3, 5), move(item, 6, 9)));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(http.get("/" + id + "/plan", seller).at("/items/0/version").asInt())
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    @DisplayName("[D7] whoever drags two bars that wait for one another, at once, leaves neither before the other")
    void keepsTheirOrder() throws Exception {
        long first = add(2, null);
        long second = add(3, first);
        atOnce(List.of(move(first, 2, 8), move(second, 6, 7)));
        var items = http.get("/" + id + "/plan", seller).path("items");
        assertThat(items.at("/1/startsOn").asString())
                .isGreaterThan(items.at("/0/endsOn").asString());
    }

    private long add(int day, @Nullable Long dependsOn) {
        String body = """
                {"kind": "STEP", "title": "x", "startsOn": "2026-12-0%d", "endsOn": "2026-12-0%d", "predecessorId": %s}""";
        return http.body(http.post(
                        "/" + id + "/plan/items",
                        body.formatted(day, day, dependsOn == null ? "null" : "\"" + dependsOn + "\""),
                        seller))
                .path("id")
                .asLong();
    }

    private Request move(long item, int from, int to) {
        String body = """
                {"startsOn": "2026-12-0%d", "endsOn": "2026-12-0%d", "version": 0}""".formatted(from, to);
        return () -> http.send(HttpMethod.PATCH, "/" + id + "/plan/items/" + item, body, seller)
                .getResponse()
                .getStatus();
    }

    private interface Request {
        int status();
    }

    private static List<Integer> atOnce(List<Request> all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.size());
        try (var pool = Executors.newFixedThreadPool(all.size())) {
            List<Future<Integer>> running = new ArrayList<>();
            for (Request one : all) {
                running.add(pool.submit(() -> {
                    start.await();
                    return one.status();
                }));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
