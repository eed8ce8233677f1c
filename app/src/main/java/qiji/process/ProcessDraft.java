package qiji.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * A definition as a client writes it. The order of the stages gives their positions where none are named. {@code
 * keyActionKeys} say which key action is meant whose text changed; {@code reason} goes with the edition that comes of it.
 */
public record ProcessDraft(
        @NotNull String code,
        @NotNull String name,
        @Nullable String description,
        @Nullable ProcessEnglish english,
        @Nullable Boolean isDefault,
        @Nullable Boolean archived,
        @Nullable Integer version,
        @SoundText @Size(max = 500) @Nullable String reason,
        @NotNull @Valid List<@NotNull @Valid StageDraft> stages) {

    public record StageDraft(
            @Nullable Long id,
            @NotNull String code,
            @NotNull String name,
            @Nullable Integer position,
            @NotNull BigDecimal winRate,
            @Nullable BigDecimal expectedConversion,
            @Nullable Integer plannedDays,
            @NotNull Maturity maturity,
            @Nullable String goal,
            @Nullable List<String> workItems,
            @Nullable List<String> participants,
            @Nullable List<String> keyActions,
            @Nullable List<String> keyActionKeys,
            @Nullable List<String> keyResults,
            @Nullable List<String> diagnosisQuestions,
            @Nullable List<String> diagnosisIndicators,
            @Nullable String verification,
            @Nullable StageEnglish english,
            @Nullable Gate gate,
            @Nullable Boolean isFinal,
            @Nullable Boolean archived) {

        private Stage stage(int place) {
            return new Stage(
                    id,
                    code,
                    name,
                    position == null ? place : position,
                    winRate,
                    expectedConversion,
                    plannedDays,
                    maturity,
                    new Guidance(
                            Given.text(goal),
                            Given.items(workItems),
                            Given.items(participants),
                            Given.items(keyActions),
                            Given.items(keyResults),
                            Given.items(diagnosisQuestions),
                            Given.items(diagnosisIndicators),
                            Given.text(verification),
                            Given.items(keyActionKeys)),
                    english == null ? StageEnglish.NONE : english,
                    gate == null ? Gate.OPEN : gate,
                    orNo(isFinal),
                    orNo(archived));
        }
    }

    SalesProcess process(@Nullable Long id) {
        return new SalesProcess(
                id,
                code,
                name,
                Given.text(description),
                english == null ? ProcessEnglish.NONE : english,
                orNo(isDefault),
                orNo(archived),
                version == null ? 0 : version,
                IntStream.range(0, stages.size())
                        .mapToObj(i -> stages.get(i).stage(i + 1))
                        .toList());
    }

    /** What would come of it: key actions known as they would be, and stages that are not saved yet by numbers below zero. */
    public SalesProcess over(SalesProcess before) {
        List<Stage> drafted = process(before.id()).stages();
        return process(before.id())
                .with(IntStream.range(0, drafted.size())
                        .mapToObj(i -> over(before, drafted.get(i), i))
                        .toList());
    }

    private static Stage over(SalesProcess before, Stage stage, int place) {
        Long id = stage.id();
        return id == null
                ? ProcessEditions.named(null, stage.known(-1L - place))
                : ProcessEditions.named(before.findStage(id).orElse(null), stage);
    }

    private static boolean orNo(@Nullable Boolean yes) {
        return yes != null && yes;
    }
}
