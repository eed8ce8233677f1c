package qiji.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /** A key action of its by what that is known by, if it has it. */
    Optional<Words> keyAction(String key) {
        int place = guidance.actionKeys().indexOf(key);
        return place < 0
                ? Optional.empty()
                : Optional.of(told(guidance.keyActions(), english.keyActions()).get(place));
    }

    /** What it says in both languages, line by line: in English as it was given, unless each line has its own. */
    public static List<Words> told(List<String> given, List<String> english) {
        boolean both = english.size() == given.size();
        return IntStream.range(0, given.size())
                .mapToObj(i -> Given.words(given.get(i), both ? english.get(i) : ""))
                .toList();
    }

    public Words verification() {
        return Given.words(guidance.verification(), english.verification());
    }

    public Words goal() {
        return Given.words(guidance.goal(), english.goal());
    }

    /** What an edition says of it; its place, code, name and rate are those of today. */
    Stage under(Controls controls) {
        return new Stage(
                id,
                code,
                name,
                position,
                winRate,
                controls.expectedConversion(),
                controls.plannedDays(),
                maturity,
                controls.guidance(),
                controls.english().named(english.name()),
                controls.gate(),
                controls.isFinal(),
                controls.archived());
    }

    /** To those who do not work in it: its name, place and pace. */
    Stage untold() {
        return new Stage(
                id,
                code,
                name,
                position,
                winRate,
                expectedConversion,
                plannedDays,
                maturity,
                Guidance.NONE,
                StageEnglish.NONE.named(english.name()),
                Gate.OPEN,
                isFinal,
                archived);
    }

    /** To those who may not know which share of what enters it is expected to go on. */
    Stage unexpecting() {
        return new Stage(
                id,
                code,
                name,
                position,
                winRate,
                null,
                plannedDays,
                maturity,
                guidance,
                english,
                gate,
                isFinal,
                archived);
    }

    /** One that an edition knows nothing of. */
    Stage outside() {
        return new Stage(
                id,
                code,
                name,
                position,
                winRate,
                null,
                null,
                maturity,
                Guidance.NONE,
                english,
                Gate.OPEN,
                false,
                true);
    }

    Stage with(Guidance other) {
        return new Stage(
                id,
                code,
                name,
                position,
                winRate,
                expectedConversion,
                plannedDays,
                maturity,
                other,
                english,
                gate,
                isFinal,
                archived);
    }

    /** The same by another number. */
    Stage known(long number) {
        return new Stage(
                number,
                code,
                name,
                position,
                winRate,
                expectedConversion,
                plannedDays,
                maturity,
                guidance,
                english,
                gate,
                isFinal,
                archived);
    }

    /** Throws IllegalStateException for a stage not saved yet. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("stage " + code + " is not saved yet");
        }
        return id;
    }
}
