package qiji.process;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a stage tells those who work in it. {@code workItems} (工作事项) are what is to be worked on; {@code
 * diagnosisIndicators} (诊断指标) show how far the goal is reached; {@code verification} (验证标志) is the evidence that it
 * was. {@code keyActionKeys} are what the key actions are known by, whatever their wording; none where that is their text.
 * [S4 S17]
 */
public record Guidance(
        String goal,
        List<String> workItems,
        List<String> participants,
        List<String> keyActions,
        List<String> keyResults,
        List<String> diagnosisQuestions,
        List<String> diagnosisIndicators,
        String verification,
        List<String> keyActionKeys) {
    public static final Guidance NONE = ofKeyActions(List.of());

    /** One that names nothing but what is to be done. */
    public static Guidance ofKeyActions(List<String> keyActions) {
        return new Guidance("", List.of(), List.of(), keyActions, List.of(), List.of(), List.of(), "", List.of());
    }

    /** What each key action is known by, in their order. */
    public List<String> actionKeys() {
        return IntStream.range(0, keyActions.size())
                .mapToObj(i -> i < keyActionKeys.size() ? keyActionKeys.get(i) : keyActions.get(i))
                .toList();
    }

    Guidance known(List<String> keys) {
        return new Guidance(
                goal,
                workItems,
                participants,
                keyActions,
                keyResults,
                diagnosisQuestions,
                diagnosisIndicators,
                verification,
                List.copyOf(keys));
    }
}
