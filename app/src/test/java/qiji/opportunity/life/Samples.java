package qiji.opportunity.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.process.Gate;
import qiji.process.Guidance;
import qiji.process.Maturity;
import qiji.process.ProcessEnglish;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.StageEnglish;

/** A small process and opportunities in it, for the tests of the rules. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Stage FIRST = stage(1, "A", 1, Gate.OPEN, List.of("call", "visit"));
    static final Stage SECOND =
            stage(2, "B", 2, new Gate(List.of("customer", "expectedAmount"), true, false, List.of()), List.of());
    static final Stage THIRD =
            stage(3, "C", 3, new Gate(List.of("customer", "expectedSignOn"), false, false, List.of("方案")), List.of());
    static final Stage RETIRED = new Stage(
            5L,
            "X",
            "X",
            4,
            BigDecimal.TEN,
            null,
            null,
            Maturity.TARGET,
            Guidance.NONE,
            StageEnglish.NONE,
            Gate.requiring("name"),
            false,
            true);
    static final Stage LAST = new Stage(
            4L,
            "F",
            "F",
            5,
            BigDecimal.valueOf(100),
            null,
            null,
            Maturity.SUCCESS,
            Guidance.NONE,
            StageEnglish.NONE,
            Gate.requiring("committedAmount", "closedOn"),
            true,
            false);
    static final SalesProcess PROCESS = new SalesProcess(
            1L, "P", "P", "", ProcessEnglish.NONE, true, false, 0, List.of(FIRST, SECOND, THIRD, RETIRED, LAST));
    static final GateFacts NOTHING = new GateFacts(Set.of(), Map.of(), List.of());
    static final GateFacts EVERYTHING = new GateFacts(
            Set.of("customer", "expectedAmount", "expectedSignOn", "committedAmount"), Map.of(), List.of("项目方案.docx"));
    static final Validity VALID =
            new Validity(new Proof(true, "n"), new Proof(true, "k"), new Proof(true, "b"), null, null);

    private Samples() {}

    static Stage stage(long id, String code, int position, Gate gate, List<String> keyActions) {
        return new Stage(
                id,
                code,
                code,
                position,
                BigDecimal.valueOf(position * 10L),
                null,
                7,
                Maturity.VALID,
                Guidance.ofKeyActions(keyActions),
                StageEnglish.NONE,
                gate,
                false,
                false);
    }

    static Opportunity opportunity(Stage stage, OpportunityStatus status, Validity validity) {
        Closing closing =
                status.isClosed() ? Closing.noted(TODAY.minusDays(1), null, null, Learned.NOTHING) : Closing.NONE;
        return new Opportunity(
                7,
                3,
                PROCESS,
                stage,
                NOW.minusSeconds(864_000),
                status,
                NOW,
                TODAY.minusDays(100),
                status == OpportunityStatus.DEFERRED ? TODAY.plusDays(9) : null,
                validity,
                closing);
    }

    static Opportunity open(Stage stage) {
        return opportunity(stage, OpportunityStatus.OPEN, VALID);
    }

    static Opportunity in(OpportunityStatus status) {
        return opportunity(status == OpportunityStatus.WON ? LAST : SECOND, status, VALID);
    }

    static Opportunity.Move because(@Nullable String reason) {
        return new Opportunity.Move(reason, null, null, false);
    }

    static Opportunity.Move on(LocalDate day) {
        return new Opportunity.Move(null, day, null, false);
    }
}
