package qiji.opportunity.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import qiji.opportunity.life.UnmetGate.Kind;
import qiji.process.Gate;
import qiji.process.Guidance;
import qiji.process.Maturity;
import qiji.process.ProcessEnglish;
import qiji.process.RecentActivity;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.StageEnglish;
import qiji.process.Stages.Edition;

@DisplayName("[X7] [D5] what moves are asked for, by an edition and by a draft")
class GateConditionTests {
    private static final Stage A = stage(1, 1, Gate.OPEN, false);
    private static final Stage B = stage(2, 2, Gate.requiring("customer"), false);
    private static final Stage C = stage(
            3,
            3,
            new Gate(
                    List.of("customer", "closedOn"),
                    false,
                    true,
                    List.of("minutes"),
                    true,
                    new RecentActivity(7, "VISIT"),
                    true,
                    BigDecimal.valueOf(60),
                    true),
            false);
    private static final Stage LAST = stage(4, 4, Gate.requiring("closedOn"), true);
    private static final SalesProcess PROCESS = process(A, B, C, LAST);

    @Test
    void areThoseOfEveryStageOnTheWayOnce() {
        assertThat(GateCondition.asked(PROCESS, 1, 3))
                .containsExactlyInAnyOrder(
                        new GateCondition(Kind.FIELD, "customer", 0),
                        new GateCondition(Kind.FIELD, "closedOn", 0),
                        new GateCondition(Kind.KEY_ACTION, "act of 2", 2),
                        new GateCondition(Kind.DOCUMENT, "minutes", 0),
                        new GateCondition(Kind.EVIDENCE, "2", 0),
                        new GateCondition(Kind.ACTIVITY, "7 VISIT", 0),
                        new GateCondition(Kind.SCORE, "60", 0),
                        new GateCondition(Kind.CONFIRMATION, "confirmed", 0),
                        new GateCondition(Kind.APPROVAL, "3", 0));
        assertThat(GateCondition.asked(PROCESS, 3, 4)).as("closing fills it in").isEmpty();
        assertThat(GateCondition.asked(PROCESS, 3, 2)).as("the way back").isEmpty();
        assertThat(GateCondition.asked(PROCESS, 99, 2))
                .as("from another process")
                .containsExactly(new GateCondition(Kind.FIELD, "customer", 0));
    }

    @Test
    void areKeptByTheirCode() {
        for (GateCondition condition : GateCondition.asked(PROCESS, 1, 3)) {
            assertThat(GateCondition.of(condition.code())).isEqualTo(condition);
        }
    }

    @Test
    void matterOnlyWhereTheDraftAsksOtherwise() {
        SalesProcess draft = process(A, stage(2, 2, Gate.requiring("customer", "budget"), false), C, LAST);
        GateComparison compared = compared(draft, List.of(77L));
        assertThat(compared.routes())
                .extracting(route -> route.from() + ">" + route.target())
                .containsExactlyInAnyOrder("1>2", "1>3", "1>4", "77>2", "77>3", "77>4");
        GateCondition added = new GateCondition(Kind.FIELD, "budget", 0);
        assertThat(compared.turningOn(added)).hasSize(6);
        assertThat(compared.conditions())
                .filteredOn(it -> !compared.turningOn(it).isEmpty())
                .containsExactly(added);
        assertThat(GateDoubt.of(compared)).containsExactly(GateDoubt.ATTEMPTS);
    }

    @Test
    void areNotAskedOfStagesThatTheDraftPutsOutOfUse() {
        Stage put = new Stage(
                2L,
                "B",
                "B",
                2,
                BigDecimal.TEN,
                null,
                null,
                Maturity.VALID,
                Guidance.ofKeyActions(List.of("act of 2")),
                StageEnglish.NONE,
                Gate.OPEN,
                false,
                true);
        GateComparison compared = compared(process(A, put, C, LAST), List.of());
        assertThat(compared.routes()).noneMatch(route -> route.target() == 2);
        assertThat(GateDoubt.of(compared))
                .contains(GateDoubt.CLOSED_STAGES, GateDoubt.UNASKED)
                .doesNotContain(GateDoubt.LATE_FIELDS);
    }

    @Test
    void areCalledAsTheyWouldBe() {
        assertThat(GateRoute.missing(
                        GateCondition.asked(PROCESS, 1, 2), Set.of(new GateCondition(Kind.FIELD, "customer", 0))))
                .hasSize(1);
        assertThat(compared(PROCESS, List.of()).routes()).as("nothing changed").isEmpty();
    }

    private static GateComparison compared(SalesProcess draft, List<Long> elsewhere) {
        return GateComparison.of(List.of(new Edition(5, Instant.EPOCH, PROCESS)), draft, elsewhere);
    }

    private static SalesProcess process(Stage... stages) {
        return new SalesProcess(1L, "P", "P", "", ProcessEnglish.NONE, true, false, 0, List.of(stages));
    }

    private static Stage stage(long id, int position, Gate gate, boolean isFinal) {
        return new Stage(
                id,
                "S" + id,
                "S" + id,
                position,
                BigDecimal.TEN,
                null,
                null,
                Maturity.VALID,
                Guidance.ofKeyActions(List.of("act of " + id)),
                StageEnglish.NONE,
                gate,
                isFinal,
                false);
    }
}
