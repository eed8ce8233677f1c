package qiji.opportunity.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.activity.ActivityKind;
import qiji.activity.ActivityPermissions;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.life.UnmetGate;
import qiji.opportunity.life.UnmetGate.Kind;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** Says in words what gates miss. */
@Component
public class GateWords {
    private static final Map<String, Words> PROOFS = Map.of(
            "need", Words.of("需求", "Need"),
            "kp", Words.of("关键决策人（KP）", "Key decision-maker"),
            "budget", Words.of("预算", "Budget"));
    private static final Words FILL_IN = Words.of("请填写%s", "Fill in: %s");
    private static final Words ESTABLISH = Words.of("请确认%s并写明依据", "Establish with evidence: %s");
    static final Words CONFIRMATION = Words.of("商机确认（等级与评估）", "confirmation of grade and assessment");
    private static final Words HIDDEN = Words.of("您无权查看的条件", "Conditions that you may not see");
    private static final Words FURTHER = Words.of("还缺%s", "%s are not met");

    /**
     * {@code field} is null where what is missing is no field, or one that the viewer may not see; {@code item} names it to
     * the verbs that mend or waive it, null for a hidden field too.
     */
    public record Told(
            String stageId,
            Kind kind,
            @Nullable String field,
            String code,
            String label,
            String message,
            @Nullable String item) {}

    private final GateFactStore queries;
    private final FieldLabels labels;

    GateWords(GateFactStore queries, FieldLabels labels) {
        this.queries = queries;
        this.labels = labels;
    }

    /** Of the opportunity with {@code id}, which goes by {@code process}. All that the viewer may not see is one line. */
    public List<Told> of(long id, List<UnmetGate> unmet, SalesProcess process, Viewer viewer) {
        Pending pending = pending(id, unmet);
        List<Told> told = unmet.stream()
                .filter(gate -> mayKnow(gate, viewer))
                .map(gate -> told(gate, process, pending, viewer))
                .collect(Collectors.toCollection(ArrayList::new));
        unmet.stream()
                .filter(gate -> !mayKnow(gate, viewer))
                .findFirst()
                .ifPresent(gate -> told.add(told(gate, process, pending, viewer)));
        return told;
    }

    /** What of it somebody was asked to decide and has not decided yet: the stages to enter, and grade and assessment. */
    private record Pending(Set<Long> stages, GateFactStore.Confirming confirming) {
        static final Pending NOTHING = new Pending(Set.of(), GateFactStore.Confirming.NOTHING);
    }

    private Pending pending(long id, List<UnmetGate> unmet) {
        Set<Kind> kinds = unmet.stream().map(UnmetGate::kind).collect(Collectors.toSet());
        return new Pending(
                kinds.contains(Kind.APPROVAL) ? queries.pending(id) : Set.of(),
                kinds.contains(Kind.CONFIRMATION) ? queries.confirming(id) : GateFactStore.Confirming.NOTHING);
    }

    private boolean mayKnow(UnmetGate unmet, Viewer viewer) {
        return switch (unmet.kind()) {
            case FIELD -> labels.mayRead(unmet.item(), viewer);
            case VALIDITY -> labels.mayRead(unmet.item() + "Known", viewer);
            case KEY_ACTION, EVIDENCE -> labels.mayRead(FieldLabels.STAGE_ANSWERS, viewer);
            case SCORE -> labels.mayRead(ScoreFields.SCORE, viewer);
            case ACTIVITY -> viewer.may(ActivityPermissions.READ);
            case CONFIRMATION -> labels.mayReadAll(viewer, "grade", ScoreFields.SCORE);
            case DOCUMENT, APPROVAL -> true;
        };
    }

    private Told told(UnmetGate unmet, SalesProcess process, Pending pending, Viewer viewer) {
        String item = unmet.item();
        if (!mayKnow(unmet, viewer)) {
            return told(new UnmetGate(unmet.stageId(), Kind.FIELD, ""), null, "required", HIDDEN, FURTHER);
        }
        return switch (unmet.kind()) {
            case FIELD -> told(unmet, item, "required", labels.of(item), FILL_IN);
            case VALIDITY -> told(unmet, item, "unproven", PROOFS.getOrDefault(item, Words.of(item, item)), ESTABLISH);
            case KEY_ACTION ->
                told(unmet, "undone", process.keyAction(item).here(), Words.of("请完成关键动作：%s", "Do the key action: %s"));
            case DOCUMENT -> told(unmet, "missing", item, Words.of("请上传文件：%s", "Attach the document: %s"));
            case EVIDENCE ->
                told(unmet, "unproven", verification(item, process), Words.of("请提供验证材料：%s", "Prove by a file: %s"));
            case ACTIVITY -> told(unmet, "stale", activity(item), Words.of("请跟进：%s", "Follow up: %s"));
            case SCORE ->
                told(unmet, "too-low", item, Words.of("评估得分须达到 %s", "Takes an assessed score of at least %s"));
            case CONFIRMATION -> confirmation(unmet, pending.confirming());
            case APPROVAL -> {
                String stage = name(unmet.stageId(), process);
                yield pending.stages().contains(unmet.stageId())
                        ? told(unmet, "pending", stage, Words.of("等待审批：进入%s", "Waiting for approval to enter: %s"))
                        : told(unmet, "unapproved", stage, Words.of("须经审批：进入%s", "Takes approval to enter: %s"));
            }
        };
    }

    /** Which of both is missing, and whether it was asked for. */
    private static Told confirmation(UnmetGate unmet, GateFactStore.Confirming confirming) {
        if (confirming.isScored()) {
            return confirming.isGradeSent()
                    ? confirmation(unmet, "pending", Words.of("等待等级确认", "Waiting for the grade to be confirmed"))
                    : confirmation(unmet, "ungraded", Words.of("须先确认等级", "Takes the grade to be confirmed"));
        }
        return confirming.isAssessmentSent()
                ? confirmation(unmet, "pending", Words.of("等待%s", "Waiting for the %s"))
                : confirmation(unmet, "unconfirmed", Words.of("须先完成%s", "Takes the %s"));
    }

    private static Told confirmation(UnmetGate unmet, String code, Words message) {
        return told(unmet, code, CONFIRMATION.here(), message);
    }

    /** Of a field, by name; null is one that the viewer may not see. */
    private static Told told(UnmetGate unmet, @Nullable String field, String code, Words label, Words message) {
        return new Told(
                Long.toString(unmet.stageId()),
                unmet.kind(),
                field,
                code,
                label.here(),
                message.with(label).here(),
                field);
    }

    private static Told told(UnmetGate unmet, String code, String label, Words message) {
        return new Told(
                Long.toString(unmet.stageId()),
                unmet.kind(),
                null,
                code,
                label,
                message.with(label).here(),
                unmet.item());
    }

    /** Of a waiver: what it lets an opportunity do without, in a few words. A field only to those who may read it. */
    public String label(UnmetGate unmet, SalesProcess process, Viewer viewer) {
        return told(unmet, process, Pending.NOTHING, viewer).label();
    }

    private static String verification(String stage, SalesProcess process) {
        Stage proven = process.findStage(Long.parseLong(stage)).orElseThrow();
        String mark = proven.verification().here();
        return mark.isBlank()
                ? Words.of("%s的成果", "Results of %s").with(proven.words().here()).here()
                : mark;
    }

    private static String activity(String item) {
        String[] parts = item.split(" ", 2);
        Words kind = parts.length == 1
                ? Words.of("跟进", "follow-up")
                : ActivityKind.valueOf(parts[1]).words();
        return new Words(
                        "最近 %s 天内有%s".formatted(parts[0], kind.zh()),
                        "%s within the last %s days".formatted(kind.en(), parts[0]))
                .here();
    }

    private static String name(long stageId, SalesProcess process) {
        return process.findStage(stageId)
                .map(stage -> stage.code() + " " + stage.words().here())
                .orElse("");
    }
}
