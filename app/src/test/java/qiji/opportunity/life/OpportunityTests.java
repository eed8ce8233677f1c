package qiji.opportunity.life;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.life.Samples.EVERYTHING;
import static qiji.opportunity.life.Samples.FIRST;
import static qiji.opportunity.life.Samples.LAST;
import static qiji.opportunity.life.Samples.NOTHING;
import static qiji.opportunity.life.Samples.NOW;
import static qiji.opportunity.life.Samples.RETIRED;
import static qiji.opportunity.life.Samples.SECOND;
import static qiji.opportunity.life.Samples.THIRD;
import static qiji.opportunity.life.Samples.TODAY;
import static qiji.opportunity.life.Samples.VALID;
import static qiji.opportunity.life.Samples.because;
import static qiji.opportunity.life.Samples.in;
import static qiji.opportunity.life.Samples.on;
import static qiji.opportunity.life.Samples.open;
import static qiji.opportunity.life.Samples.opportunity;
import static qiji.opportunity.life.Samples.stage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import qiji.platform.FieldFault;
import qiji.process.Gate;
import qiji.process.ProcessEnglish;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** The state table, row by row, and every refusal. D5 D12 */
class OpportunityTests {
    private static final Loss LOSS = new Loss("PRICE_TOO_HIGH", "They bought from others", "Rival", null);
    private static final Learned LEARNT = new Learned("Ask for the budget first", "Ask in stage B", 9L, TODAY);

    @Test
    void movesForwardWhereTheGateIsMet() {
        Opportunity moved = changed(open(FIRST).moveTo(SECOND, because(null), EVERYTHING, NOW));
        assertThat(moved.stage()).isEqualTo(SECOND);
        assertThat(moved.stageEnteredAt()).isEqualTo(NOW);
        assertThat(moved.status()).isEqualTo(OpportunityStatus.OPEN);
    }

    @Test
    void namesEverythingMissingAtOnceOnTheWholeWay() {
        Opportunity unproven =
                opportunity(FIRST, OpportunityStatus.OPEN, VALID.with(VALID.need(), Proof.NONE, Proof.NONE));
        assertThat(unproven.moveTo(THIRD, because(null), NOTHING, NOW))
                .isEqualTo(new Outcome.Refused(
                        null,
                        List.of(),
                        List.of(
                                new UnmetGate(2, UnmetGate.Kind.FIELD, "customer"),
                                new UnmetGate(2, UnmetGate.Kind.FIELD, "expectedAmount"),
                                new UnmetGate(2, UnmetGate.Kind.VALIDITY, "budget"),
                                new UnmetGate(2, UnmetGate.Kind.VALIDITY, "kp"),
                                new UnmetGate(3, UnmetGate.Kind.FIELD, "expectedSignOn"),
                                new UnmetGate(3, UnmetGate.Kind.DOCUMENT, "方案"))));
    }

    // D5: a status, a fact and a gate that all speak against it are told together.
    @Test
    void tellsReasonsOfEveryKindAtOnce() {
        Outcome.Refused refused =
                (Outcome.Refused) in(OpportunityStatus.DEFERRED).win(on(TODAY.plusDays(1)), NOTHING, NOW);
        assertThat(refused.wrongStatus()).isEqualTo(OpportunityStatus.DEFERRED);
        assertThat(codes(refused)).containsExactly("wonOn in-future");
        assertThat(refused.unmet()).isNotEmpty();
        assertThat(codes(in(OpportunityStatus.WON).lose(new Loss(" ", null, null, null), LEARNT, NOW)))
                .containsExactly("reason required", "summary required");
    }

    @Test
    void letsAWaivedOnePass() {
        Validity waived = Validity.NONE.waived(9, "trial customer");
        assertThat(waived.isValid()).isFalse();
        assertThat(changed(opportunity(FIRST, OpportunityStatus.OPEN, waived)
                                .moveTo(SECOND, because(null), EVERYTHING, NOW))
                        .stage())
                .isEqualTo(SECOND);
    }

    @Test
    void asksForTheKeyActionsOfTheStageBefore() {
        Stage demanding = stage(2, "B", 2, new Gate(List.of(), false, true, List.of()), List.of());
        SalesProcess process = new SalesProcess(
                1L, "P", "P", "", ProcessEnglish.NONE, true, false, 0, List.of(FIRST, demanding, LAST));
        GateFacts called = new GateFacts(Set.of(), Map.of(1L, Set.of("call")), List.of());
        GateFacts both = new GateFacts(Set.of(), Map.of(1L, Set.of("call", "visit")), List.of());
        assertThat(called.unmet(process, FIRST, demanding, Validity.NONE))
                .containsExactly(new UnmetGate(2, UnmetGate.Kind.KEY_ACTION, "visit"));
        assertThat(both.unmet(process, FIRST, demanding, Validity.NONE)).isEmpty();
    }

    @Test
    void goesBackOnlyWithAReason() {
        assertThat(codes(open(THIRD).moveTo(FIRST, because(" "), NOTHING, NOW))).containsExactly("reason required");
        assertThat(changed(open(THIRD).moveTo(FIRST, because("lost the sponsor"), NOTHING, NOW))
                        .stage())
                .isEqualTo(FIRST);
    }

    @Test
    void refusesStagesThatAreNotOnItsWay() {
        Stage foreign = stage(99, "Z", 1, Gate.OPEN, List.of());
        assertThat(codes(open(FIRST).moveTo(foreign, because(null), EVERYTHING, NOW)))
                .containsExactly("stageId unknown");
        assertThat(codes(open(FIRST).moveTo(RETIRED, because(null), EVERYTHING, NOW)))
                .containsExactly("stageId unknown");
        assertThat(codes(open(FIRST).moveTo(FIRST, because(null), EVERYTHING, NOW)))
                .containsExactly("stageId same");
    }

    @Test
    void winsByEnteringTheFinalStage() {
        Opportunity won = changed(open(SECOND).moveTo(LAST, because(null), EVERYTHING, NOW));
        assertThat(won.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(won.stage()).isEqualTo(LAST);
        assertThat(won.closing().closedOn()).isEqualTo(TODAY);
    }

    @Test
    void winsFromAnyStageWhoseGatesAreMet() {
        Opportunity won = changed(open(FIRST)
                .win(new Opportunity.Move(null, TODAY.minusDays(2), BigDecimal.TEN, false), EVERYTHING, NOW));
        assertThat(won.closing()).isEqualTo(Closing.won(TODAY.minusDays(2), BigDecimal.TEN, null));
        assertThat(open(FIRST).win(on(TODAY), NOTHING, NOW)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void isWonBetweenItsOpeningAndToday() {
        assertThat(codes(open(THIRD).win(on(TODAY.plusDays(1)), EVERYTHING, NOW)))
                .containsExactly("wonOn in-future");
        assertThat(codes(open(THIRD).win(on(TODAY.minusDays(101)), EVERYTHING, NOW)))
                .containsExactly("wonOn before-opening");
        assertThat(codes(open(THIRD)
                        .win(new Opportunity.Move(null, TODAY, BigDecimal.valueOf(-1), false), EVERYTHING, NOW)))
                .containsExactly("wonAmount out-of-range");
    }

    // A month closes on day 5 of the next.
    @ParameterizedTest
    @CsvSource({"2026-11-05T15:59:59Z, 2026-10-31, true", "2026-11-05T16:00:00Z, 2026-10-31, false"})
    void datesBackOnlyIntoAnOpenMonth(Instant now, LocalDate wonOn, boolean fine) {
        assertThat(open(THIRD).win(on(wonOn), EVERYTHING, now) instanceof Outcome.Changed)
                .isEqualTo(fine);
        assertThat(open(THIRD).win(new Opportunity.Move(null, wonOn, null, true), EVERYTHING, now))
                .isInstanceOf(Outcome.Changed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "DEFERRED"})
    void isLostWithAReview(OpportunityStatus alive) {
        Opportunity lost = changed(in(alive).lose(LOSS, LEARNT, NOW));
        assertThat(lost.status()).isEqualTo(OpportunityStatus.LOST);
        assertThat(lost.stage()).isEqualTo(SECOND);
        assertThat(lost.wakeUpOn()).isNull();
        assertThat(lost.closing()).isEqualTo(Closing.lost(TODAY, LOSS, LEARNT));
        assertThat(codes(in(alive).lose(new Loss("", " ", null, null), Learned.NOTHING, NOW)))
                .containsExactly(
                        "reason required",
                        "summary required",
                        "lesson required",
                        "prevention required",
                        "preventionOwnerId required",
                        "preventionDueOn required");
    }

    @Test
    void isDeferredToADayToCome() {
        Opportunity deferred = changed(in(OpportunityStatus.OPEN).defer(TODAY.plusDays(1), "budget next year", NOW));
        assertThat(deferred.status()).isEqualTo(OpportunityStatus.DEFERRED);
        assertThat(deferred.wakeUpOn()).isEqualTo(TODAY.plusDays(1));
        assertThat(codes(in(OpportunityStatus.OPEN).defer(TODAY, null, NOW)))
                .containsExactly("wakeUpOn not-in-future", "reason required");
        assertThat(codes(in(OpportunityStatus.OPEN).defer(null, "x", NOW))).containsExactly("wakeUpOn required");
    }

    @Test
    void resumesADeferredOne() {
        Opportunity open = changed(in(OpportunityStatus.DEFERRED).resume(NOW));
        assertThat(open.status()).isEqualTo(OpportunityStatus.OPEN);
        assertThat(open.wakeUpOn()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "DEFERRED"})
    void isAbandonedWithAReason(OpportunityStatus alive) {
        assertThat(changed(in(alive).abandon("no resources", NOW)).status()).isEqualTo(OpportunityStatus.ABANDONED);
        assertThat(codes(in(alive).abandon(null, NOW))).containsExactly("reason required");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "DEFERRED"})
    void isFoundInvalidForACause(OpportunityStatus alive) {
        assertThat(changed(in(alive).invalidate("DUPLICATE", null, Learned.NOTHING, NOW))
                        .status())
                .isEqualTo(OpportunityStatus.INVALID);
        assertThat(codes(in(alive).invalidate(null, null, Learned.NOTHING, NOW)))
                .containsExactly("cause required");
        assertThat(codes(in(alive).invalidate("OTHER", " ", Learned.NOTHING, NOW)))
                .containsExactly("explanation required");
    }

    @ParameterizedTest
    @EnumSource(names = {"WON", "LOST", "ABANDONED", "INVALID"})
    void onlyReopensWhatIsClosed(OpportunityStatus closed) {
        Opportunity it = in(closed);
        Outcome refused = wrong(closed);
        assertThat(List.of(
                        it.moveTo(FIRST, because("x"), EVERYTHING, NOW),
                        it.win(on(TODAY), EVERYTHING, NOW),
                        it.lose(LOSS, LEARNT, NOW),
                        it.defer(TODAY.plusDays(1), "x", NOW),
                        it.resume(NOW),
                        it.abandon("x", NOW),
                        it.invalidate("WRONG", null, Learned.NOTHING, NOW)))
                .allMatch(refused::equals);
        Opportunity open = changed(it.reopen("they called again", null, SECOND, NOW));
        assertThat(open.status()).isEqualTo(OpportunityStatus.OPEN);
        assertThat(open.stage()).isEqualTo(SECOND);
        assertThat(open.closing()).isEqualTo(Closing.NONE);
        assertThat(codes(it.reopen(" ", null, SECOND, NOW))).containsExactly("reason required");
        assertThat(codes(it.reopen("x", LAST, SECOND, NOW))).containsExactly("stageId unreachable");
    }

    @Test
    void reopensNotBeyondWhereItStood() {
        assertThat(codes(in(OpportunityStatus.LOST).reopen("x", THIRD, SECOND, NOW)))
                .containsExactly("stageId unreachable");
        assertThat(changed(in(OpportunityStatus.LOST).reopen("x", FIRST, SECOND, NOW))
                        .stage())
                .isEqualTo(FIRST);
        assertThat(changed(in(OpportunityStatus.WON).reopen("x", THIRD, SECOND, NOW))
                        .stage())
                .isEqualTo(THIRD);
    }

    @Test
    void refusesWhatDoesNotLeadOutOfDeferredOrOpen() {
        Outcome deferred = wrong(OpportunityStatus.DEFERRED);
        Opportunity sleeping = in(OpportunityStatus.DEFERRED);
        assertThat(List.of(
                        sleeping.moveTo(THIRD, because(null), EVERYTHING, NOW),
                        sleeping.win(on(TODAY), EVERYTHING, NOW),
                        sleeping.defer(TODAY.plusDays(1), "x", NOW),
                        sleeping.reopen("x", null, SECOND, NOW)))
                .allMatch(deferred::equals);
        assertThat(in(OpportunityStatus.OPEN).resume(NOW)).isEqualTo(wrong(OpportunityStatus.OPEN));
        assertThat(in(OpportunityStatus.OPEN).reopen("x", null, SECOND, NOW)).isEqualTo(wrong(OpportunityStatus.OPEN));
    }

    private static Opportunity changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).opportunity();
    }

    private static Outcome wrong(OpportunityStatus status) {
        return new Outcome.Refused(status, List.of(), List.of());
    }

    private static List<String> codes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .faults().stream().map(OpportunityTests::code).toList();
    }

    private static String code(FieldFault fault) {
        return fault.field() + " " + fault.code();
    }
}
