package qiji.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiji.access.Viewer;

/** What makes a sales process sound. D5 */
class ProcessRulesTests {
    private static final GateFields FIELDS = new GateFields() {
        @Override
        public Set<String> names() {
            return Set.of("customer");
        }

        @Override
        public boolean mayReadGuidance(Viewer viewer) {
            return true;
        }

        @Override
        public Set<String> activityKinds() {
            return Set.of("VISIT");
        }
    };

    @Test
    void findsNothingWrongWithASoundOne() {
        assertThat(faults(stage("A", 1, 10, false), stage("B", 2, 10, false), stage("F", 3, 100, true)))
                .isEmpty();
    }

    @Test
    void numbersStagesInOrder() {
        assertThat(faults(stage("A", 1, 10, false), stage("F", 3, 100, true)))
                .containsExactly("stages[1].position out-of-order");
    }

    @Test
    void wantsExactlyOneFinalStageAtTheEnd() {
        assertThat(faults(stage("A", 1, 10, false), stage("B", 2, 100, false))).containsExactly("stages one-final");
        assertThat(faults(stage("A", 1, 10, true), stage("B", 2, 100, true))).containsExactly("stages one-final");
        assertThat(faults(stage("A", 1, 10, true), stage("B", 2, 100, false))).containsExactly("stages one-final");
        assertThat(faults(stage("A", 1, 10, false), stage("B", 2, 20, false), stage("F", 3, 100, true, true)))
                .containsExactly("stages one-final");
        assertThat(faults(
                        stage("A", 1, 10, false),
                        stage("B", 2, 20, false),
                        stage("F", 3, 100, true),
                        stage("C", 4, 30, false, true)))
                .as("opportunities under an older edition may still be in C")
                .containsExactly("stages one-final");
    }

    @Test
    void letsRatesNeverFallNorLeaveTheirRange() {
        assertThat(faults(stage("A", 1, 50, false), stage("B", 2, 25, false), stage("F", 3, 101, true)))
                .containsExactlyInAnyOrder("stages[1].winRate falling", "stages[2].winRate out-of-range");
    }

    @Test
    void wantsTwoStagesWithCodesOfTheirOwn() {
        assertThat(faults(stage("F", 1, 100, true))).containsExactly("stages too-few");
        assertThat(faults(stage("A", 1, 10, false), stage("A", 2, 100, true))).containsExactly("stages duplicate");
        assertThat(faults(stage("a b", 1, 10, false), stage("F", 2, 100, true)))
                .containsExactly("stages[0].code invalid");
    }

    @Test
    void wantsTextsThatAreText() {
        String[] actions = {"ok", "half \ud800", "nul \0", " "};
        Guidance guidance = Guidance.ofKeyActions(List.of(actions));
        Stage stage = new Stage(
                null,
                "A",
                " ",
                1,
                BigDecimal.TEN,
                null,
                0,
                Maturity.POTENTIAL,
                guidance,
                StageEnglish.NONE,
                Gate.requiring("customer", "nonsense"),
                false,
                false);
        assertThat(faults(stage, stage("F", 2, 100, true)))
                .containsExactlyInAnyOrder(
                        "stages[0].name required",
                        "stages[0].plannedDays out-of-range",
                        "stages[0].keyActions[1] invalid",
                        "stages[0].keyActions[2] invalid",
                        "stages[0].keyActions[3] required",
                        "stages[0].gate.requiredFields[1] unknown");
    }

    // Key actions are ticked by their place.
    @Test
    void wantsTheSameKeyActionsInEnglish() {
        Stage stage = new Stage(
                null,
                "A",
                "A",
                1,
                BigDecimal.TEN,
                null,
                7,
                Maturity.POTENTIAL,
                Guidance.ofKeyActions(List.of("拜访", "致电")),
                StageEnglish.of("Discovery", null, null, null, List.of("Visit"), null, null, null, null),
                Gate.OPEN,
                false,
                false);
        assertThat(faults(stage, stage("F", 2, 100, true)))
                .containsExactly("stages[0].english.keyActions wrong-number");
    }

    @Test
    void knowsOnlyItsOwnStages() {
        Stage foreign = new Stage(
                99L,
                "A",
                "A",
                1,
                BigDecimal.TEN,
                null,
                null,
                Maturity.POTENTIAL,
                Guidance.NONE,
                StageEnglish.NONE,
                Gate.OPEN,
                false,
                false);
        assertThat(faults(foreign, stage("F", 2, 100, true))).containsExactly("stages[0].id unknown");
    }

    private static Stage stage(String code, int position, int winRate, boolean isFinal) {
        return stage(code, position, winRate, isFinal, false);
    }

    private static Stage stage(String code, int position, int winRate, boolean isFinal, boolean archived) {
        return new Stage(
                null,
                code,
                code,
                position,
                BigDecimal.valueOf(winRate),
                null,
                7,
                Maturity.VALID,
                Guidance.NONE,
                StageEnglish.NONE,
                Gate.OPEN,
                isFinal,
                archived);
    }

    private static List<String> faults(Stage... stages) {
        SalesProcess process =
                new SalesProcess(null, "P", "P", "", ProcessEnglish.NONE, false, false, 0, List.of(stages));
        return ProcessRules.faultsOf(process, FIELDS, Set.of(1L)).stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }
}
