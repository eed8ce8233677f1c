package qiji.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.SoundText;
import qiji.platform.Words;

/** What makes a sales process sound. Finds all faults at once, each at its place in the body. */
final class ProcessRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_STAGES = 30;
    private static final int MOST_ITEMS = 50;

    private final GateFields gateFields;
    private final Set<Long> known;
    private final List<FieldFault> faults = new ArrayList<>();

    private ProcessRules(GateFields gateFields, Set<Long> known) {
        this.gateFields = gateFields;
        this.known = known;
    }

    /** {@code known} are the stages that the process has so far: an id other than those is of another process. */
    static List<FieldFault> faultsOf(SalesProcess process, GateFields gateFields, Set<Long> known) {
        ProcessRules rules = new ProcessRules(gateFields, known);
        rules.judge(process);
        return rules.faults;
    }

    private void judge(SalesProcess process) {
        code("code", process.code(), 40);
        text("name", process.name(), 1, 100);
        text("description", process.description(), 0, 2000);
        text("english.name", process.english().name(), 0, 100);
        text("english.description", process.english().description(), 0, 2000);
        List<Stage> stages = process.stages();
        require(stages.size() <= MOST_STAGES, "stages", "too-many", "阶段不能超过 30 个", "At most 30 stages");
        for (int i = 0; i < stages.size(); i++) {
            judge("stages[" + i + "].", stages.get(i), i + 1);
        }
        judgeTogether(stages);
    }

    private void judge(String at, Stage stage, int position) {
        require(
                stage.id() == null || known.contains(stage.id()),
                at + "id",
                "unknown",
                "流程中没有这个阶段",
                "The process has no such stage");
        code(at + "code", stage.code(), 20);
        text(at + "name", stage.name(), 1, 100);
        require(
                stage.position() == position,
                at + "position",
                "out-of-order",
                "阶段须按顺序编号 1、2、3……",
                "Stages must be numbered 1, 2, 3 … in order");
        rate(at + "winRate", stage.winRate());
        rate(at + "expectedConversion", stage.expectedConversion());
        days(at + "plannedDays", stage.plannedDays());
        guidance(at, stage.guidance());
        english(at, stage);
        gate(at + "gate.", stage.gate());
    }

    private void gate(String at, Gate gate) {
        items(at + "documentsRequired", gate.documentsRequired());
        List<String> fields = gate.requiredFields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == null || !gateFields.names().contains(fields.get(i))) {
                faults.add(FieldFault.unknown(at + "requiredFields[" + i + "]"));
            }
        }
        unique(at + "requiredFields", fields);
        rate(at + "minimumScore", gate.minimumScore());
        RecentActivity activity = gate.recentActivity();
        if (activity != null) {
            days(at + "recentActivity.days", activity.days());
            if (activity.kind() != null && !gateFields.activityKinds().contains(activity.kind())) {
                faults.add(FieldFault.unknown(at + "recentActivity.kind"));
            }
        }
    }

    private void guidance(String at, Guidance guidance) {
        text(at + "goal", guidance.goal(), 0, 2000);
        text(at + "verification", guidance.verification(), 0, 2000);
        items(at + "workItems", guidance.workItems());
        items(at + "participants", guidance.participants());
        items(at + "keyActions", guidance.keyActions());
        items(at + "keyResults", guidance.keyResults());
        items(at + "diagnosisQuestions", guidance.diagnosisQuestions());
        items(at + "diagnosisIndicators", guidance.diagnosisIndicators());
    }

    /** Key actions are ticked by their place, so that both languages have to have the same ones. */
    private void english(String at, Stage stage) {
        StageEnglish english = stage.english();
        text(at + "english.name", english.name(), 0, 100);
        guidance(at + "english.", english.guidance());
        int actions = english.keyActions().size();
        require(
                actions == 0 || actions == stage.guidance().keyActions().size(),
                at + "english.keyActions",
                "wrong-number",
                "须与中文逐条对应",
                "Must be as many as in Chinese, one for each");
    }

    private void judgeTogether(List<Stage> stages) {
        unique("stages", stages.stream().map(Stage::code).toList());
        unique(
                "stages",
                stages.stream()
                        .map(Stage::id)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList());
        List<Stage> path = stages.stream().filter(stage -> !stage.archived()).toList();
        require(path.size() >= 2, "stages", "too-few", "至少要有两个启用的阶段", "At least two stages must be in use");
        // Also behind those out of use: opportunities under an older edition may still be in them.
        require(
                stages.stream().filter(Stage::isFinal).count() == 1
                        && stages.getLast().isFinal()
                        && !stages.getLast().archived(),
                "stages",
                "one-final",
                "须有且只有一个启用的赢单阶段，且排在所有阶段（含停用的）之后",
                "Exactly one stage must be final, in use, and the last of all");
        for (int i = 1; i < path.size(); i++) {
            require(
                    path.get(i).winRate().compareTo(path.get(i - 1).winRate()) >= 0,
                    "stages[" + stages.indexOf(path.get(i)) + "].winRate",
                    "falling",
                    "赢率不能低于前一阶段",
                    "The win rate must not fall below that of the stage before");
        }
    }

    private void code(String at, String code, int most) {
        require(
                code.matches("[A-Za-z0-9_-]{1," + most + "}"),
                at,
                "invalid",
                "只能用 1 到 " + most + " 个字母、数字、- 或 _",
                "1 to " + most + " letters, digits, - or _");
    }

    private void text(String at, @Nullable String text, int least, int most) {
        if (text == null || text.isBlank() && least > 0) {
            faults.add(FieldFault.required(at));
            return;
        }
        require(text.length() <= most, at, "too-long", "不能超过 " + most + " 个字", "At most " + most + " characters");
        require(SoundText.Check.isSound(text), at, "invalid", "含有无效字符", "It holds characters that are not text");
    }

    private void items(String at, List<? extends @Nullable String> items) {
        require(items.size() <= MOST_ITEMS, at, "too-many", "不能超过 50 项", "At most 50 items");
        for (int i = 0; i < items.size(); i++) {
            text(at + "[" + i + "]", items.get(i), 1, 500);
        }
        unique(at, items);
    }

    private void unique(String at, Collection<? extends @Nullable String> values) {
        Set<@Nullable String> seen = new HashSet<>();
        values.stream()
                .filter(value -> !seen.add(value))
                .forEach(value -> faults.add(
                        FieldFault.of(at, "duplicate", Words.of("重复：" + value, "It occurs twice: " + value))));
    }

    private void days(String at, @Nullable Integer days) {
        require(
                days == null || days >= 1 && days <= 3650,
                at,
                "out-of-range",
                "应在 1 到 3650 天之间",
                "Must be 1 to 3650 days");
    }

    private void rate(String at, @Nullable BigDecimal percent) {
        require(
                percent == null
                        || percent.signum() >= 0
                                && percent.compareTo(HUNDRED) <= 0
                                && percent.stripTrailingZeros().scale() <= 2,
                at,
                "out-of-range",
                "应在 0 到 100 之间，最多两位小数",
                "Must be 0 to 100 with at most two decimals");
    }

    private void require(boolean fine, String at, String code, String zh, String en) {
        if (!fine) {
            faults.add(FieldFault.of(at, code, Words.of(zh, en)));
        }
    }
}
