package qiji.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** Two who publish at once: one of them is told that the other was first. [X7] */
@ModuleTest
@Import(ColourRule.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class TwoPublishersTests {
    @Autowired
    Editions editions;

    @Autowired
    Rules rules;

    @Autowired
    ColourRule kind;

    @Autowired
    SampleData sample;

    @Autowired
    PlatformTransactionManager transactions;

    private record Place(long id, Viewer viewer) {}

    private Place place() {
        return new TransactionTemplate(transactions).execute(_ -> {
            Viewer viewer = SampleData.viewer(sample.user("Chief"), "rule:read", "rule:edit");
            return new Place(sample.department("Two publishers"), viewer);
        });
    }

    private Editions.Drafted draft(Place at, int version, String colour) {
        return editions.draft(
                kind.code(),
                at.id,
                version,
                JsonMapper.shared().createObjectNode().put("colour", colour),
                at.viewer);
    }

    @Test
    void neverBothPublish() throws Exception {
        Place at = place();
        var red = draft(at, 0, "red");
        var blue = draft(at, red.version(), "blue");
        LocalDate today = LocalDate.now(Time.ZONE);
        List<Object> answers = atOnce(List.of(
                () -> editions.publish(kind.code(), red.id(), blue.version(), today, "red", at.viewer),
                () -> editions.publish(kind.code(), blue.id(), blue.version(), today, "blue", at.viewer)));
        assertThat(answers).containsExactlyInAnyOrder(blue.version() + 1, CommonProblem.STALE_VERSION);
        String winner = answers.getFirst() instanceof Integer ? "red" : "blue";
        assertThat(rules.at(kind, at.id, today).colour()).isEqualTo(winner);
    }

    @Test
    void neverBothMakeTheRule() throws Exception {
        Place at = place();
        List<Object> answers = atOnce(List.of(
                () -> draft(at, 0, "red").version(), () -> draft(at, 0, "blue").version()));
        assertThat(answers).containsExactlyInAnyOrder(1, CommonProblem.STALE_VERSION);
    }

    private static List<Object> atOnce(List<Callable<Integer>> all) throws Exception {
        CyclicBarrier together = new CyclicBarrier(all.size());
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Integer> one : all) {
                running.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                        return one.call();
                    } catch (Problem refused) {
                        return refused.problemType();
                    }
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                answers.add(one.get(30, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}
