package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.opportunity.move.OpportunityMoves;
import qiji.opportunity.part.LineDraft;
import qiji.opportunity.part.OpportunityParts;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that happens to an opportunity is lost, and everything is told once. D17 A7 */
@ModuleTest
class StoryTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    Opportunities records;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    OpportunityParts parts;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    /** The log that the test keeps by itself, and the story page by page, must say the same. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void losesNoChange(long seed) {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        Random random = new Random(seed);
        long owner = sample.user("Li Lei");
        Viewer viewer = viewer(owner, SampleOpportunities.EVERY_RIGHT);
        long id = opportunities.ripe(owner);
        long product = opportunities.product("10.00");
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    String before = opportunities.row(id).getNextStep();
                    records.edit(id, json.readTree("{\"nextStep\": \"step %d\"}".formatted(i)), viewer);
                    log.add("nextStep: " + before + " -> step " + i);
                }
                case 1 -> {
                    String before = opportunities.row(id).getCustomerBudget() == null
                            ? null
                            : opportunities
                                    .row(id)
                                    .getCustomerBudget()
                                    .stripTrailingZeros()
                                    .toPlainString();
                    records.edit(id, json.readTree("{\"customerBudget\": %d}".formatted(1001 + i)), viewer);
                    log.add("customerBudget: " + before + " -> " + (1001 + i));
                }
                case 2 -> {
                    long member = sample.user("Member");
                    parts.saveMember(id, member, MemberRole.SALES, viewer);
                    parts.removeMember(id, member, viewer);
                    log.add("team +");
                    log.add("team -");
                }
                case 3 -> {
                    parts.replaceLines(
                            id,
                            null,
                            List.of(new LineDraft(product, java.math.BigDecimal.valueOf(i + 1), null, null, null)),
                            viewer);
                    log.add("lines");
                }
                default -> {
                    moves.defer(id, java.time.LocalDate.of(2099, 1, 1).plusDays(i), "later", null, viewer);
                    moves.resume(id, null, viewer);
                    log.add("status: OPEN -> DEFERRED");
                    log.add("status: DEFERRED -> OPEN");
                }
            }
        }
        List<String> told = told(id, 7, viewer);
        assertThat(told).containsExactlyElementsOf(log);
    }

    /** Oldest first. */
    private List<String> told(long id, int pageSize, Viewer viewer) {
        Http http = new Http(beans);
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = http.get("/" + id + "/history?limit=" + pageSize + after, viewer);
            page.get("rows").forEach(rows::add);
            after = page.get("next") == null || page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        List<String> told = new ArrayList<>();
        rows.reversed().forEach(row -> row.get("changes").forEach(change -> told.add(line(change))));
        return told.stream()
                .filter(Objects::nonNull)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(JsonNode change) {
        String before =
                change.get("before").isNull() ? null : change.get("before").asString();
        String after = change.get("after").isNull() ? null : change.get("after").asString();
        return switch (change.get("field").asString()) {
            case "nextStep", "customerBudget" -> change.get("field").asString() + ": " + before + " -> " + after;
            case "team" -> before == null ? "team +" : "team -";
            case "lines" -> "lines";
            case "status" ->
                before == null ? "" : before.equals("跟进中") ? "status: OPEN -> DEFERRED" : "status: DEFERRED -> OPEN";
            default -> "";
        };
    }

    @Test
    void tellsWhoWhyAndInWords() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        long owner = sample.user("Li Lei");
        Viewer viewer = viewer(owner, SampleOpportunities.EVERY_RIGHT);
        long id = opportunities.ripe(owner);
        moves.moveToStage(id, opportunities.stage("C"), null, null, null, viewer);
        moves.moveToStage(id, opportunities.stage("B"), "方案被否", null, null, viewer);
        JsonNode newest = new Http(beans).get("/" + id + "/history", viewer).at("/rows/0");
        assertThat(newest.get("byName").asString()).startsWith("Li Lei");
        assertThat(newest.get("reason").asString()).isEqualTo("方案被否");
        assertThat(newest.at("/changes/0/label").asString()).isEqualTo("阶段");
        assertThat(newest.at("/changes/0/before").asString()).isEqualTo("方案论证");
        assertThat(newest.at("/changes/0/after").asString()).isEqualTo("确认商机");
        JsonNode timeline = new Http(beans).get("/" + id + "/timeline?kinds=CHANGE", viewer);
        assertThat(timeline.at("/rows/0/kind").asString()).isEqualTo("CHANGE");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void numbersAreUniqueAndVersionsFollowEachOtherUnderConcurrency() throws Exception {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        long owner = Objects.requireNonNull(transaction.execute(_ -> sample.user("Li Lei")));
        long shared = Objects.requireNonNull(transaction.execute(_ -> opportunities.ripe(owner)));
        Viewer viewer = viewer(owner, SampleOpportunities.EVERY_RIGHT);
        Set<String> numbers = new HashSet<>();
        List<Future<List<Long>>> runs = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                runs.add(pool.submit(() -> {
                    List<Long> made = new ArrayList<>();
                    for (int i = 0; i < 15; i++) {
                        made.add(records.create(json.readTree("{\"name\": \"x\"}"), viewer));
                        records.edit(
                                shared, json.readTree("{\"nextStep\": \"%d\"}".formatted(System.nanoTime())), viewer);
                    }
                    return made;
                }));
            }
            for (Future<List<Long>> run : runs) {
                run.get().forEach(id -> numbers.add(opportunities.row(id).getNumber()));
            }
        }
        assertThat(numbers).hasSize(60);
        assertThat(opportunities.row(shared).getVersion()).isEqualTo(60);
        var versions = jooq.select(OPPORTUNITY_VERSION.VALID_FROM, OPPORTUNITY_VERSION.VALID_TO)
                .from(OPPORTUNITY_VERSION)
                .where(OPPORTUNITY_VERSION.ID.eq(shared))
                .orderBy(OPPORTUNITY_VERSION.VALID_FROM)
                .fetch();
        assertThat(versions).hasSize(61);
        for (int i = 1; i < versions.size(); i++) {
            Instant ended = versions.get(i - 1).value2();
            assertThat(ended)
                    .isEqualTo(versions.get(i).value1())
                    .isAfter(versions.get(i - 1).value1());
        }
    }
}
