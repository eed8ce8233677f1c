package qiji.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What key actions are known by, whatever becomes of their wording. */
@DisplayName("[D5] key actions keep their identity")
class EditionNamesTests {
    @Test
    void isItsTextAtFirst() {
        assertThat(keys(null, stage(List.of("call", "visit"), List.of()))).containsExactly("call", "visit");
    }

    @Test
    void staysWithATextThatMoves() {
        Stage before = stage(List.of("call", "visit"), List.of("k1", "k2"));
        assertThat(keys(before, stage(List.of("new", "visit", "call"), List.of())))
                .containsExactly("new", "k2", "k1");
    }

    @Test
    void staysInItsPlaceWhenReworded() {
        Stage before = stage(List.of("call", "visit"), List.of("k1", "k2"));
        assertThat(keys(before, stage(List.of("call twice", "visit"), List.of())))
                .containsExactly("k1", "k2");
    }

    @Test
    void isWhatTheClientSays() {
        Stage before = stage(List.of("call", "visit"), List.of("k1", "k2"));
        assertThat(keys(before, stage(List.of("see", "hear", "call"), List.of("k2", "foreign", "k2"))))
                .containsExactly("k2", "hear", "call");
    }

    @Test
    void isNeverGivenTwice() {
        Stage before = stage(List.of("phone"), List.of("call"));
        assertThat(keys(before, stage(List.of("phone", "call"), List.of()))).containsExactly("call", "call #2");
    }

    private static List<String> keys(@org.jspecify.annotations.Nullable Stage before, Stage after) {
        return ProcessEditions.named(before, after).guidance().actionKeys();
    }

    private static Stage stage(List<String> actions, List<String> keys) {
        return new Stage(
                1L,
                "A",
                "A",
                1,
                BigDecimal.TEN,
                null,
                null,
                Maturity.POTENTIAL,
                Guidance.ofKeyActions(actions).known(keys),
                StageEnglish.NONE,
                Gate.OPEN,
                false,
                false);
    }
}
