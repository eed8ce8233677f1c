package qiji.opportunity;

import static db.opportunity.Tables.STAGE_VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Proof;
import qiji.opportunity.move.OpportunityMoves;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.process.Stage;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** No sequence of calls reaches an illegal combination, and every refusal leaves the row untouched. D5 D12 */
@ModuleTest
class StateMachineTests {
    private static final int STEPS = 150;

    @Autowired
    ApplicationContext beans;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    Opportunities records;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    JsonMapper json;

    private SampleOpportunities opportunities;
    private Viewer viewer = Viewer.system("test");
    private Random random = new Random();

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        opportunities.director();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reachesNothingIllegal(long seed) {
        random = new Random(seed);
        long owner = sample.user("Li Lei");
        viewer = viewer(owner, SampleOpportunities.EVERY_RIGHT);
        long id = seed % 2 == 0 ? opportunities.ripe(owner) : opportunities.opportunity(owner);
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            OpportunityRecord before = opportunities.row(id);
            int visits = visits(id);
            try {
                int version = anything(id);
                assertThat(version).as("seed %d step %d", seed, step).isEqualTo(before.getVersion() + 1);
                done++;
            } catch (Problem refused) {
                assertThat(opportunities.row(id))
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(before);
                assertThat(visits(id)).isEqualTo(visits);
            }
            mustBeLegal(opportunities.row(id), "seed %d step %d".formatted(seed, step));
        }
        assertThat(done).isGreaterThan(STEPS / 10);
    }

    private int anything(long id) {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(random.nextInt(-15, 15));
        String reason = random.nextInt(4) == 0 ? null : "because";
        String lost = random.nextInt(4) == 0 ? null : random.nextInt(4) == 0 ? "NONSENSE" : "PRICE_TOO_HIGH";
        List<Stage> stages = opportunities.process().stages();
        long stage = random.nextInt(9) == 0
                ? random.nextLong(1, 1000)
                : stages.get(random.nextInt(stages.size())).key();
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> moves.moveToStage(id, stage, reason, random.nextBoolean() ? day : null, null, viewer);
            case 3 ->
                moves.win(id, day, random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(-5, 50)), viewer);
            case 4 -> moves.lose(id, new Loss(lost, reason, null, null, null, null), viewer);
            case 5 -> moves.defer(id, random.nextInt(5) == 0 ? null : day, reason, viewer);
            case 6 -> moves.resume(id, viewer);
            case 7 -> {
                moves.abandon(id, reason, viewer);
                yield opportunities.approve(id);
            }
            case 8 ->
                moves.invalidate(id, random.nextBoolean() ? "EXPIRED" : lost == null ? null : "WRONG", reason, viewer);
            case 9, 10, 11 -> moves.reopen(id, reason, random.nextBoolean() ? stage : null, viewer);
            case 12 ->
                moves.judgeValidity(
                        id,
                        proof(),
                        random.nextBoolean() ? null : proof(),
                        random.nextBoolean() ? null : proof(),
                        null,
                        viewer);
            case 13 ->
                random.nextBoolean() ? moves.waiveValidity(id, reason, viewer) : moves.withdrawWaiver(id, viewer);
            case 14 ->
                records.edit(
                        id,
                        json.readTree(
                                random.nextBoolean()
                                        ? "{\"customer\": %d, \"expectedAmount\": 5, \"expectedSignOn\": \"2027-01-01\"}"
                                                .formatted(opportunities.customer())
                                        : "{\"committedAmount\": 5, \"expectedRevenueOn\": \"2027-01-01\"}"),
                        viewer);
            default ->
                records.edit(
                        id,
                        json.readTree("{\"%s\": null}".formatted(random.nextBoolean() ? "expectedAmount" : "customer")),
                        viewer);
        };
    }

    private Proof proof() {
        return new Proof(random.nextInt(3) > 0, random.nextInt(4) == 0 ? null : "seen");
    }

    private void mustBeLegal(OpportunityRecord row, String when) {
        OpportunityStatus status = OpportunityStatus.valueOf(row.getStatus());
        Stage stage = opportunities.process().findStage(row.getStageId()).orElseThrow();
        assertThat(row.getClosedOn() != null).as(when).isEqualTo(status.isClosed());
        assertThat(stage.isFinal()).as(when).isEqualTo(status == OpportunityStatus.WON);
        assertThat(row.getWakeUpOn() != null).as(when).isEqualTo(status == OpportunityStatus.DEFERRED);
        assertThat(row.getLostReason() != null && row.getLossSummary() != null)
                .as(when)
                .isEqualTo(status == OpportunityStatus.LOST);
        assertThat(row.getInvalidCause() != null).as(when).isEqualTo(status == OpportunityStatus.INVALID);
        assertThat(row.getWonAmount() == null || status == OpportunityStatus.WON)
                .as(when)
                .isTrue();
        if (status == OpportunityStatus.WON) {
            assertThat(row.getClosedOn()).as(when).isBetween(row.getOpenedOn(), LocalDate.now(Time.ZONE));
        }
        if (stage.position() > 1) {
            assertThat(row.getCustomerId()).as(when).isNotNull();
            assertThat(row.getExpectedAmount()).as(when).isNotNull();
        }
        assertThat(jooq.fetchValues(jooq.select(STAGE_VISIT.STAGE_ID)
                        .from(STAGE_VISIT)
                        .where(STAGE_VISIT.OPPORTUNITY_ID.eq(row.getId()))
                        .and(STAGE_VISIT.LEFT_AT.isNull())))
                .as(when)
                .containsExactly(row.getStageId());
    }

    private int visits(long id) {
        return jooq.fetchCount(STAGE_VISIT, STAGE_VISIT.OPPORTUNITY_ID.eq(id));
    }
}
