package qiji.opportunity.history;

import static db.opportunity.Tables.EVIDENCE_VERSION;
import static db.opportunity.Tables.GATE_WAIVER_VERSION;
import static db.opportunity.Tables.STAGE_ANSWER_VERSION;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Words;

/** What was waived, proven and answered in stages, in one line each. [D5] */
final class ControlWords {
    private static final Map<String, Words> KINDS = Map.of(
            "KEY_ACTION", Words.of("关键动作", "Key action"),
            "DOCUMENT", Words.of("文件", "Document"),
            "EVIDENCE", Words.of("验证材料", "Evidence"),
            "ACTIVITY", Words.of("近期跟进", "Recent follow-up"),
            "APPROVAL", Words.of("审批", "Approval"),
            "SCORE", Words.of("评分", "Score"));

    private final FieldLabels labels;
    private final Viewer viewer;
    private final Function<Long, String> stages;
    private final Function<Long, String> files;

    ControlWords(FieldLabels labels, Viewer viewer, Function<Long, String> stages, Function<Long, String> files) {
        this.labels = labels;
        this.viewer = viewer;
        this.stages = stages;
        this.files = files;
    }

    /** Null for a step that is about something else; nothing for who may not know of stages. */
    @Nullable
    List<HistoryRow.Change> of(Difference step) {
        Record row = step.row();
        if (row.field(GATE_WAIVER_VERSION.WAIVED_BY.getName()) != null) {
            return change(step, "gateWaivedBy", Words.of("门槛豁免", "Gate waived"), this::waiver);
        }
        if (row.field(EVIDENCE_VERSION.FILE_ID.getName()) != null) {
            return change(step, FieldLabels.STAGE_ANSWERS, Words.of("验证材料", "Evidence"), this::evidence);
        }
        if (row.field(STAGE_ANSWER_VERSION.ANSWER.getName()) != null) {
            return change(step, FieldLabels.STAGE_ANSWERS, Words.of("阶段问答", "Stage answers"), this::answer);
        }
        return null;
    }

    private List<HistoryRow.Change> change(Difference step, String field, Words label, Function<Record, String> words) {
        if (!labels.mayReadAll(viewer, "process", "stage", field)) {
            return List.of();
        }
        Record before = step.before();
        Record after = step.after();
        return List.of(new HistoryRow.Change(
                field,
                label.here(),
                before == null ? null : words.apply(before),
                after == null ? null : words.apply(after)));
    }

    private String waiver(Record version) {
        UnmetGate.Kind kind = UnmetGate.Kind.valueOf(text(version, GATE_WAIVER_VERSION.KIND));
        String item = text(version, GATE_WAIVER_VERSION.ITEM);
        String what = switch (kind) {
            case FIELD ->
                labels.mayRead(item, viewer)
                        ? labels.of(item).here()
                        : Words.of("您无权查看的字段", "A field that you may not see").here();
            case KEY_ACTION -> labels.mayRead(FieldLabels.STAGE_ANSWERS, viewer) ? kind(kind) + " " + item : kind(kind);
            case DOCUMENT -> kind(kind) + " " + item;
            default -> kind(kind);
        };
        String given = "%s · %s：%s".formatted(stage(version), what, text(version, GATE_WAIVER_VERSION.WHY));
        return version.get(GATE_WAIVER_VERSION.WITHDRAWN_AT.getName()) == null
                ? given
                : Words.of("%s（已撤销）", "%s (withdrawn)").with(given).here();
    }

    private static String kind(UnmetGate.Kind kind) {
        return KINDS.getOrDefault(kind.name(), Words.of(kind.name(), kind.name()))
                .here();
    }

    private String evidence(Record version) {
        return stage(version) + " · " + files.apply(version.get(EVIDENCE_VERSION.FILE_ID.getName(), Long.class));
    }

    private String answer(Record version) {
        String answer = text(version, STAGE_ANSWER_VERSION.ANSWER);
        String said = answer.isEmpty() ? Words.of("已完成", "done").here() : answer;
        return "%s · %s：%s".formatted(stage(version), text(version, STAGE_ANSWER_VERSION.ITEM), said);
    }

    private String stage(Record version) {
        return stages.apply(version.get(GATE_WAIVER_VERSION.STAGE_ID.getName(), Long.class));
    }

    private static String text(Record version, Field<String> column) {
        return version.get(column.getName(), String.class);
    }
}
