package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/**
 * B1: a merge and its undoing are inverse. Companies of chance merge their customers and contacts, survivors too; undone,
 * the last first, each time every row is what it was.
 */
@ModuleTest
class InverseTests {
    private static final List<String> TABLES = List.of(
            "customer.customer",
            "customer.contact",
            "opportunity.opportunity",
            "opportunity.opportunity_contact",
            "activity.activity",
            "activity.task",
            "collaboration.file",
            "organization.share");
    private static final int MERGES = 6;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private record Done(MergeApi api, long merge, Map<String, List<String>> before) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void undoingAMergeGivesWhatWasBefore(long seed) {
        Viewer chief = Everything.allowed(sample.user("Chief"), permissions);
        Api api = Api.of(http, chief);
        RandomMerges company = new RandomMerges(api, jooq, writing, sample, seed);
        Deque<Done> done = new ArrayDeque<>();
        for (int i = 0; i < MERGES; i++) {
            Map<String, List<String>> before = state();
            company.mergeSome().ifPresent(it -> done.push(new Done(it.api(), it.merge(), before)));
        }
        assertThat(done).isNotEmpty();
        while (!done.isEmpty()) {
            Done last = done.pop();
            last.api().undo(last.merge());
            Map<String, List<String>> now = state();
            TABLES.forEach(table ->
                    assertThat(now.get(table)).as(table).isEqualTo(last.before().get(table)));
        }
    }

    /** All rows but for what tells of changes themselves. */
    private Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        for (String table : TABLES) {
            state.put(
                    table,
                    jooq.fetch("select (to_jsonb(t) - array ['version', 'valid_from', 'changed_by', 'changed_via',"
                                    + " 'reason'])::text from " + table + " t order by t.id")
                            .getValues(0, String.class));
        }
        return state;
    }
}
