package qiji.process;

import java.util.List;

/**
 * What a stage tells those who work in it. {@code workItems} (工作事项) are what is to be worked on; {@code
 * diagnosisIndicators} (诊断指标) show how far the goal is reached; {@code verification} (验证标志) is the evidence that it
 * was. [S4 S17]
 */
public record Guidance(
        String goal,
        List<String> workItems,
        List<String> participants,
        List<String> keyActions,
        List<String> keyResults,
        List<String> diagnosisQuestions,
        List<String> diagnosisIndicators,
        String verification) {
    public static final Guidance NONE =
            new Guidance("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");

    /** One that names nothing but what is to be done. */
    public static Guidance ofKeyActions(List<String> keyActions) {
        return new Guidance("", List.of(), List.of(), keyActions, List.of(), List.of(), List.of(), "");
    }
}
