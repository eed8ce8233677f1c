package qiji.opportunity.gate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.life.UnmetGate.Kind;
import qiji.platform.Words;

/** What the past does not tell, so that nobody takes a trial of gates for more than it is. [X7] */
enum GateDoubt {
    ATTEMPTS(
            "只有成功的推进留下记录；当时被拦下、没有再推进的不在其中。",
            "Only moves that took place are known: those that were refused and never tried again are not among them."),
    CLOSED_STAGES("草稿停用或删除的阶段：推进到这些阶段的不参与比较。", "Moves into stages that the draft archives or drops are not compared."),
    UNASKED(
            "当时没有要求的审批、验证材料、评估或关键动作，多半没有人做：一律算作缺少。",
            "Approvals, evidence, assessments and key actions that nobody was asked for then were mostly not given: they count as"
                    + " missing."),
    ACTIVITIES(
            "跟进按现在的内容判断：后来改动过的没有历史。",
            "Follow-ups are judged by what they say today: what they said before is not kept."),
    FILE_NAMES("附件按现在的名称判断：改名没有历史。", "Files are judged by what they are called today: former names are not kept."),
    LATE_FIELDS("后来才增加的自定义字段，在那之前一律算作未填。", "A custom field that was made later counts as empty before.");

    private static final Set<Kind> DONE_WHEN_ASKED =
            EnumSet.of(Kind.APPROVAL, Kind.EVIDENCE, Kind.SCORE, Kind.CONFIRMATION, Kind.KEY_ACTION);

    private final Words words;

    GateDoubt(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    Words words() {
        return words;
    }

    /** Those that matter to what is compared. */
    static List<GateDoubt> of(GateComparison compared) {
        List<GateDoubt> doubts = new ArrayList<>(List.of(ATTEMPTS));
        List<GateCondition> turning = compared.conditions().stream()
                .filter(it -> !compared.turningOn(it).isEmpty())
                .toList();
        Set<Kind> kinds = turning.stream().map(GateCondition::kind).collect(Collectors.toSet());
        if (compared.closesStages()) {
            doubts.add(CLOSED_STAGES);
        }
        if (kinds.stream().anyMatch(DONE_WHEN_ASKED::contains)) {
            doubts.add(UNASKED);
        }
        if (kinds.contains(Kind.ACTIVITY)) {
            doubts.add(ACTIVITIES);
        }
        if (kinds.contains(Kind.DOCUMENT)) {
            doubts.add(FILE_NAMES);
        }
        if (turning.stream().anyMatch(it -> it.item().startsWith(FieldLabels.CUSTOM))) {
            doubts.add(LATE_FIELDS);
        }
        return List.copyOf(doubts);
    }
}
