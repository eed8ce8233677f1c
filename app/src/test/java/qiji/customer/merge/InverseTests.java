package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
    private static final JsonMapper JSON = new JsonMapper();

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

    /** Merges into one survivor and chains, with edits between: what nobody edited is what it was, however it was undone. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void undoingAllInWhateverOrderGivesWhatWasBefore(long seed) {
        Random random = new Random(seed);
        Viewer chief = Everything.allowed(sample.user("Chief"), permissions);
        RandomMerges company = new RandomMerges(Api.of(http, chief), jooq, writing, sample, seed);
        Map<String, List<String>> before = state();
        List<RandomMerges.Done> done = new ArrayList<>();
        Set<RandomMerges.Edited> edited = new HashSet<>();
        for (int i = 0; i < 2 * MERGES; i++) {
            if (random.nextInt(3) == 0) {
                edited.add(company.editSome());
            } else {
                company.mergeSome().ifPresent(done::add);
            }
        }
        Collections.shuffle(done, random);
        while (!done.isEmpty()) {
            RandomMerges.Done next = done.stream()
                    .filter(it -> it.api().tryUndo(it.merge()).getResponse().getStatus() == HttpStatus.OK.value())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Wedged: " + done));
            done.remove(next);
            if (random.nextInt(3) == 0) {
                edited.add(company.editSome());
            }
        }
        Map<String, List<String>> after = state();
        TABLES.forEach(table -> assertThat(untouched(table, after.getOrDefault(table, List.of()), edited))
                .as(table)
                .isEqualTo(untouched(table, before.getOrDefault(table, List.of()), edited)));
    }

    /** Without the values that somebody edited, and what follows from a name. */
    private static List<String> untouched(String table, List<String> rows, Set<RandomMerges.Edited> edited) {
        return rows.stream()
                .map(row -> {
                    ObjectNode columns = (ObjectNode) JSON.readTree(row);
                    columns.remove(List.of("search", "search_pinyin"));
                    edited.stream()
                            .filter(it -> it.table().equals(table)
                                    && it.id() == columns.path("id").asLong())
                            .forEach(it -> columns.remove(List.of(it.field(), "normalized_name")));
                    return columns.toString();
                })
                .toList();
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
