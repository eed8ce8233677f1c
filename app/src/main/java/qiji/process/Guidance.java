package qiji.process;

import java.util.List;

/** What a stage tells those who work in it. {@code verification} (验证标志) is the evidence that it was reached. [S4 S17] */
public record Guidance(
        String goal,
        List<String> participants,
        List<String> keyActions,
        List<String> keyResults,
        List<String> diagnosisQuestions,
        String verification) {
    public static final Guidance NONE = new Guidance("", List.of(), List.of(), List.of(), List.of(), "");
}
