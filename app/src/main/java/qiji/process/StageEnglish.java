package qiji.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stage says in English. What is empty is told as it was given. */
public record StageEnglish(
        String name,
        String goal,
        List<String> workItems,
        List<String> participants,
        List<String> keyActions,
        List<String> keyResults,
        List<String> diagnosisQuestions,
        List<String> diagnosisIndicators,
        String verification) {
    public static final StageEnglish NONE =
            new StageEnglish("", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");

    @JsonCreator
    static StageEnglish of(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("goal") @Nullable String goal,
            @JsonProperty("workItems") @Nullable List<String> workItems,
            @JsonProperty("participants") @Nullable List<String> participants,
            @JsonProperty("keyActions") @Nullable List<String> keyActions,
            @JsonProperty("keyResults") @Nullable List<String> keyResults,
            @JsonProperty("diagnosisQuestions") @Nullable List<String> diagnosisQuestions,
            @JsonProperty("diagnosisIndicators") @Nullable List<String> diagnosisIndicators,
            @JsonProperty("verification") @Nullable String verification) {
        return new StageEnglish(
                Given.text(name),
                Given.text(goal),
                Given.items(workItems),
                Given.items(participants),
                Given.items(keyActions),
                Given.items(keyResults),
                Given.items(diagnosisQuestions),
                Given.items(diagnosisIndicators),
                Given.text(verification));
    }

    Guidance guidance() {
        return new Guidance(
                goal,
                workItems,
                participants,
                keyActions,
                keyResults,
                diagnosisQuestions,
                diagnosisIndicators,
                verification,
                List.of());
    }

    /** These texts, under another name. */
    StageEnglish named(String other) {
        return new StageEnglish(
                other,
                goal,
                workItems,
                participants,
                keyActions,
                keyResults,
                diagnosisQuestions,
                diagnosisIndicators,
                verification);
    }
}
