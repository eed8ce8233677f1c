package qiji.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * A step of a sales process with its control parameters. [S4]
 *
 * <p>{@code id} is null only for a stage not saved yet. Rates are per cent 0–100; {@code expectedConversion} is the share
 * expected to go on to the next stage; {@code plannedDays} is how long a stay should take. Entering the final one wins.
 */
public record Stage(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long id,

        String code,
        String name,
        int position,
        BigDecimal winRate,
        @Nullable BigDecimal expectedConversion,
        @Nullable Integer plannedDays,
        Maturity maturity,
        @JsonUnwrapped Guidance guidance,
        StageEnglish english,
        Gate gate,
        @JsonProperty("isFinal") boolean isFinal,
        boolean archived) {

    /** What people call it. */
    public Words words() {
        return Given.words(name, english.name());
    }

    /** A key action of its in English, if it has that one and tells its key actions in English. */
    Optional<String> inEnglish(String keyAction) {
        int place = guidance.keyActions().indexOf(keyAction);
        return place >= 0 && place < english.keyActions().size()
                ? Optional.of(english.keyActions().get(place))
                : Optional.empty();
    }

    /** Throws IllegalStateException for a stage not saved yet. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("stage " + code + " is not saved yet");
        }
        return id;
    }
}
