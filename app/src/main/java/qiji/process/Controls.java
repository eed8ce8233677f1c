package qiji.process;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an edition says of a stage: all that steers opportunities, and nothing of what they are counted by. [D5] */
record Controls(
        long stage,
        @Nullable BigDecimal expectedConversion,
        @Nullable Integer plannedDays,
        boolean isFinal,
        boolean archived,
        Guidance guidance,
        StageEnglish english,
        Gate gate) {

    /** 60 and 60.00 are the same, names are none of it, and neither are keys that say what the texts say. */
    Controls {
        expectedConversion = expectedConversion == null
                ? null
                : new BigDecimal(expectedConversion.stripTrailingZeros().toPlainString());
        english = english.named("");
        guidance = guidance.known(guidance.actionKeys());
    }

    static Controls of(Stage stage) {
        return new Controls(
                stage.key(),
                stage.expectedConversion(),
                stage.plannedDays(),
                stage.isFinal(),
                stage.archived(),
                stage.guidance(),
                stage.english(),
                stage.gate());
    }
}
