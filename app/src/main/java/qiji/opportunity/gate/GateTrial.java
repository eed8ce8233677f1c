package qiji.opportunity.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.ProcessDraft;
import qiji.process.ProcessTrials;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.rule.DraftTrial;
import qiji.rule.TrialResult;

/**
 * Which moves of the past would have been refused by the gates of a draft though they took place, and which would have missed
 * other things: each judged by the edition that it went by and by the draft, on what held at its moment. [X7] [D5]
 */
@Component
class GateTrial implements DraftTrial<ProcessDraft> {
    private final GateTrialQueries queries;
    private final GateWords words;
    private final FieldLabels labels;
    private final Stages stages;

    GateTrial(GateTrialQueries queries, GateWords words, FieldLabels labels, Stages stages) {
        this.queries = queries;
        this.words = words;
        this.labels = labels;
        this.stages = stages;
    }

    @Override
    public String code() {
        return ProcessTrials.KIND;
    }

    @Override
    public Class<ProcessDraft> bodyType() {
        return ProcessDraft.class;
    }

    @Override
    public String recordType() {
        return Opportunities.TYPE;
    }

    @Override
    public List<Verdict> verdicts() {
        return GateChanges.VERDICTS;
    }

    /** Who may not read a field shall not learn who left it empty. */
    @Override
    public void mustBeAllowed(long processId, ProcessDraft draft, Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        boolean reads = labels.mayReadAll(viewer, "stage", "owner")
                && compared(processId, draft).conditions().stream()
                        .flatMap(GateTrial::fields)
                        .allMatch(field -> labels.mayRead(field, viewer));
        if (!reads) {
            throw Problem.forbidden(OpportunityPermissions.READ);
        }
    }

    private static Stream<String> fields(GateCondition condition) {
        return switch (condition.kind()) {
            case FIELD -> Stream.of(condition.item());
            case VALIDITY -> Stream.of("validityState", condition.item() + "Known");
            case SCORE -> Stream.of("score");
            case CONFIRMATION -> Stream.of("grade", "gradePending", "score");
            default -> Stream.of();
        };
    }

    @Override
    public boolean tellsAmounts(Viewer viewer) {
        return labels.mayRead("expectedAmount", viewer);
    }

    @Override
    public TrialResult run(
            long processId, ProcessDraft draft, LocalDate from, LocalDate to, Viewer viewer, Progress progress) {
        progress.tell(0, 2);
        GateComparison compared = compared(processId, draft);
        GateChanges changes = new GateChanges(compared);
        if (compared.routes().isEmpty()) {
            return changes.of(List.of(), 0);
        }
        Instant since = from.atStartOfDay(Time.ZONE).toInstant();
        Instant until = to.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        long judged = queries.judged(compared, since, until, viewer);
        progress.tell(1, 2);
        TrialResult result = changes.of(queries.differing(processId, compared, since, until, viewer), judged);
        progress.tell(2, 2);
        return result;
    }

    private GateComparison compared(long processId, ProcessDraft draft) {
        List<Long> elsewhere = stages.processes().stream()
                .filter(process -> process.key() != processId)
                .flatMap(process -> process.stages().stream())
                .map(Stage::key)
                .toList();
        return GateComparison.of(stages.editions(processId), draft.over(stages.getProcess(processId)), elsewhere);
    }

    @Override
    public Telling telling(long processId, ProcessDraft draft, Viewer viewer) {
        SalesProcess now = stages.getProcess(processId);
        SalesProcess then = draft.over(now);
        return new Telling() {
            @Override
            public Words reason(String code) {
                return inWords(GateCondition.of(code), now, then, viewer);
            }

            @Override
            public Words doubt(String code) {
                return GateDoubt.valueOf(code).words();
            }
        };
    }

    private Words inWords(GateCondition condition, SalesProcess now, SalesProcess then, Viewer viewer) {
        String item = condition.item();
        return switch (condition.kind()) {
            case FIELD -> Words.of("填写%s", "Field: %s").with(label(condition, then, viewer));
            case VALIDITY -> Words.of("确认%s", "Established: %s").with(label(condition, then, viewer));
            case KEY_ACTION -> Words.of("完成“%s”", "Key action: %s").with(label(condition, then, viewer));
            case DOCUMENT -> Words.of("附件“%s”", "Document: %s").with(item);
            case EVIDENCE ->
                Words.of("验证材料：%s", "Evidence: %s").with(label(condition, holding(item, now, then), viewer));
            case ACTIVITY -> Words.of("%s", "Follow-up: %s").with(label(condition, then, viewer));
            case SCORE -> Words.of("评分不低于 %s", "Score of at least %s").with(item);
            case CONFIRMATION -> GateWords.CONFIRMATION;
            case APPROVAL ->
                Words.of("进入%s的审批", "Approval to enter %s").with(label(condition, holding(item, now, then), viewer));
        };
    }

    private String label(GateCondition condition, SalesProcess process, Viewer viewer) {
        long stage = condition.kind() == UnmetGate.Kind.APPROVAL ? Long.parseLong(condition.item()) : condition.place();
        return words.label(new UnmetGate(stage, condition.kind(), condition.item()), process, viewer);
    }

    /** The draft, if it still has the stage. */
    private static SalesProcess holding(String stage, SalesProcess now, SalesProcess then) {
        return then.findStage(Long.parseLong(stage)).isPresent() ? then : now;
    }
}
