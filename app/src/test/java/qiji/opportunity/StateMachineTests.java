package qiji.opportunity;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.STAGE_VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Review;
import qiji.opportunity.move.Endings;
import qiji.opportunity.move.OpportunityMoves;
import qiji.opportunity.move.ProcessMoves;
import qiji.opportunity.move.WakingUp;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/**
 * No sequence of calls reaches an illegal combination, and every refusal leaves the row untouched: approval, deferral,
 * wake-up, re-opening and reviews among them. [D5 D9 D12]
 */
@ModuleTest
class StateMachineTests {
    private static final int STEPS = 150;

    @Autowired
    ApplicationContext beans;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    Endings endings;

    @Autowired
    WakingUp wakingUp;

    @Autowired
    Approvals approvals;

    @Autowired
    Decisions decisions;

    @Autowired
    Stages stages;

    @Autowired
    Opportunities records;

    @Autowired
    ProcessMoves processes;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    JsonMapper json;

    private SampleOpportunities opportunities;

    @SuppressWarnings("NullAway.Init") // each run makes its own
    private Republishing republishing;

    private Viewer viewer = Viewer.system("test");
    private Random random = new Random();

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        opportunities.director();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void reachesNothingIllegal(long seed) {
        random = new Random(seed);
        republishing = new Republishing(beans, random);
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
            republishing.mustStayAsItsEditionSays(opportunities.row(id), "seed %d step %d".formatted(seed, step));
        }
        assertThat(done).isGreaterThan(STEPS / 10);
    }

    private int anything(long id) {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(random.nextInt(-15, 15));
        String reason = random.nextInt(4) == 0 ? null : "because";
        List<Stage> stages = opportunities.process().stages();
        long stage = random.nextInt(9) == 0
                ? random.nextLong(1, 1000)
                : stages.get(random.nextInt(stages.size())).key();
        Integer version = switch (random.nextInt(9)) {
            case 0 -> opportunities.row(id).getVersion() - 1; // what somebody read before the last change
            case 1, 2, 3 -> opportunities.row(id).getVersion();
            default -> null;
        };
        if (random.nextInt(20) == 0) {
            republishing.publish();
        }
        return switch (random.nextInt(13)) {
            case 11 -> processes.toNewestEdition(id, version, viewer);
            case 0, 1, 2 -> moves.moveToStage(id, stage, reason, random.nextBoolean() ? day : null, version, viewer);
            case 3 -> {
                BigDecimal amount = random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(-5, 50));
                yield moves.win(id, new OpportunityMoves.Winning(day, amount, reason), version, viewer);
            }
            case 4, 5, 6 -> ends(id, reason, day, version);
            case 7 -> moves.defer(id, random.nextInt(5) == 0 ? null : day, reason, version, viewer);
            case 8 -> random.nextBoolean() ? moves.resume(id, version, viewer) : wakesUp(id);
            case 9 -> endings.reopen(id, reason, random.nextBoolean() ? stage : null, version, viewer);
            case 10 -> isJudged(id, reason, version);
            default -> records.edit(id, json.readTree(edited()), viewer);
        };
    }

    private int ends(long id, @Nullable String reason, LocalDate day, @Nullable Integer version) {
        String code = random.nextInt(6) == 0 ? null : random.nextInt(6) == 0 ? "NONSENSE" : "PRICE_TOO_HIGH";
        Learned learned = random.nextInt(4) == 0
                ? new Learned(reason, null, viewer.userId(), random.nextBoolean() ? day : null)
                : new Learned("ask first", "ask", viewer.userId(), day);
        return switch (random.nextInt(8)) {
            case 0, 1 -> endings.lose(id, new Loss(code, reason, null, null), learned, version, viewer);
            case 2 -> {
                String cause = random.nextBoolean() ? "EXPIRED" : code == null ? null : "WRONG";
                yield endings.invalidate(id, cause, reason, learned, version, viewer);
            }
            case 3 ->
                endings.review(id, new Review(new Loss(code, reason, null, null), reason, learned), version, viewer);
            case 4, 5 -> {
                // Asking changes nothing; what waits for its decision goes on, or is asked once only.
                int before = endings.abandon(id, reason, version, viewer);
                assertThat(before).isEqualTo(opportunities.row(id).getVersion());
                yield decided(id);
            }
            default -> decided(id);
        };
    }

    /** By those asked, or taken back; the opportunity changes only where it is approved. */
    private int decided(long id) {
        int before = opportunities.row(id).getVersion();
        var pending = approvals.pending("abandonment", id);
        if (pending.isEmpty() || random.nextInt(3) == 0) {
            return before + 1; // nobody has decided yet
        }
        long request = pending.get().requestId();
        switch (random.nextInt(4)) {
            case 0 -> decisions.withdraw(request, null, viewer);
            case 1 -> opportunities.decide(id, ApprovalSubject.Outcome.RETURNED, "say more");
            default -> opportunities.decide(id, ApprovalSubject.Outcome.APPROVED, null);
        }
        OpportunityRecord after = opportunities.row(id);
        boolean abandoned = after.getStatus().equals("ABANDONED");
        assertThat(after.getVersion()).isEqualTo(abandoned ? before + 1 : before);
        return before + 1;
    }

    /** By the thousand in SQL; what it makes of one is what the rules make of it. */
    private int wakesUp(long id) {
        OpportunityRecord row = opportunities.row(id);
        if (!row.getStatus().equals("DEFERRED")) {
            return row.getVersion() + 1;
        }
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.WAKE_UP_ON, LocalDate.now(Time.ZONE))
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        var resumed = (Outcome.Changed) Rows.opportunity(row, stages).resume(Instant.now());
        Rows.write(resumed.opportunity(), row);
        wakingUp.wakeUp();
        OpportunityRecord woken = opportunities.row(id);
        for (var column :
                List.of(OPPORTUNITY.STATUS, OPPORTUNITY.STAGE_ID, OPPORTUNITY.WAKE_UP_ON, OPPORTUNITY.CLOSED_ON)) {
            assertThat((Object) woken.get(column)).as(column.getName()).isEqualTo(row.get(column));
        }
        assertThat(Rows.opportunity(woken, stages).closing())
                .isEqualTo(resumed.opportunity().closing());
        return woken.getVersion();
    }

    private int isJudged(long id, @Nullable String reason, @Nullable Integer version) {
        return switch (random.nextInt(4)) {
            case 0 -> moves.waiveValidity(id, reason, version, viewer);
            case 1 -> moves.withdrawWaiver(id, version, viewer);
            default ->
                moves.judgeValidity(
                        id,
                        proof(),
                        random.nextBoolean() ? null : proof(),
                        random.nextBoolean() ? null : proof(),
                        version,
                        viewer);
        };
    }

    private String edited() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "{\"customer\": %d, \"expectedAmount\": 5, \"expectedSignOn\": \"2027-01-01\"}"
                        .formatted(opportunities.customer());
            case 1 -> "{\"committedAmount\": 5, \"expectedRevenueOn\": \"2027-01-01\"}";
            case 2 -> "{\"expectedAmount\": null}";
            default -> "{\"customer\": null}";
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
        assertThat(row.getPreventionTaskId() != null)
                .as(when)
                .isEqualTo(row.getPrevention() != null)
                .isEqualTo(row.getPreventionOwnerId() != null)
                .isEqualTo(row.getPreventionDueOn() != null);
        assertThat(status.isClosed()
                        && approvals.pending("abandonment", row.getId()).isPresent())
                .as(when)
                .isFalse();
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
