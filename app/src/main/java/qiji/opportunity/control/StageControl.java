package qiji.opportunity.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.CommonProblem;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.Stage;

/**
 * Waives what gates ask for, marks files as evidence, answers what a stage asks. Each verb throws NOT_FOUND for what the
 * viewer may not see, FORBIDDEN, OPPORTUNITY_CLOSED, INVALID_FIELDS. [D5]
 */
@Service
class StageControl {
    /** What nobody waves through for their own. */
    private static final Set<UnmetGate.Kind> OTHERS_DECIDE =
            EnumSet.of(UnmetGate.Kind.APPROVAL, UnmetGate.Kind.CONFIRMATION);

    private final OpportunityStore opportunities;
    private final ControlStore store;
    private final GateKeeper gates;
    private final FieldLabels labels;
    private final Writing writing;

    StageControl(
            OpportunityStore opportunities, ControlStore store, GateKeeper gates, FieldLabels labels, Writing writing) {
        this.opportunities = opportunities;
        this.store = store;
        this.gates = gates;
        this.labels = labels;
        this.writing = writing;
    }

    /**
     * One thing that is missing on the way to its stage; validity has a waiver of its own. Throws WAIVER_OWN: as nobody approves
     * their own, its owner does not wave approval and confirmation through.
     */
    @Transactional
    public void waive(long id, UnmetGate what, @Nullable String why, Viewer viewer) {
        writing.by(viewer);
        Held held = opportunities.lock(id, viewer).alive();
        held.relation().mustCommand(OpportunityPermissions.WAIVE_GATE);
        if (OTHERS_DECIDE.contains(what.kind()) && held.isOf(viewer)) {
            throw new Problem(OpportunityProblem.WAIVER_OWN);
        }
        if (why == null || why.isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required("reason")));
        }
        if (what.kind() == UnmetGate.Kind.VALIDITY || !misses(held, what) || isHidden(what, viewer)) {
            throw Problem.invalid(
                    List.of(FieldFault.of("item", "not-missing", Words.of("门槛没有缺少这一项", "The gate does not miss it"))));
        }
        store.waive(id, what, why, viewer);
    }

    private boolean misses(Held held, UnmetGate what) {
        Opportunity it = held.opportunity();
        Stage target = it.process().findStage(what.stageId()).orElse(null);
        GateFacts facts = gates.factsOf(held, target);
        return target != null
                && facts.unmet(it.process(), it.stage(), target, it.validity()).contains(what);
    }

    private boolean isHidden(UnmetGate what, Viewer viewer) {
        return what.kind() == UnmetGate.Kind.FIELD && !labels.mayRead(what.item(), viewer);
    }

    /** For later moves; one that let a move through stays counted. */
    @Transactional
    public void withdraw(long id, long waiverId, Viewer viewer) {
        writing.by(viewer);
        opportunities.lock(id, viewer).alive().relation().mustCommand(OpportunityPermissions.WAIVE_GATE);
        if (!store.withdraw(id, waiverId)) {
            throw Problem.notFound();
        }
    }

    /** A file of the opportunity proves the verification mark of a stage, whatever it is called. */
    @Transactional
    public void prove(long id, long stageId, long fileId, Viewer viewer) {
        stage(id, stageId, viewer);
        if (!store.hasFile(id, fileId)) {
            throw Problem.invalid(List.of(FieldFault.unknown("fileId")));
        }
        store.prove(id, stageId, fileId);
    }

    @Transactional
    public void unmark(long id, long stageId, long fileId, Viewer viewer) {
        stage(id, stageId, viewer);
        if (!store.unmark(id, stageId, fileId)) {
            throw Problem.notFound();
        }
    }

    /**
     * By its place in the stage's list; null or blank takes the answer back. A work item is done by any answer. Throws
     * STALE_VERSION where another answered since, with what they wrote.
     */
    @Transactional
    public void answer(long id, AnswerGiven given, Viewer viewer) {
        AnswerKind kind = given.kind();
        List<String> items = kind.given(stage(id, given.stageId(), viewer));
        if (given.place() < 0 || given.place() >= items.size()) {
            throw Problem.invalid(List.of(FieldFault.unknown("place")));
        }
        String item = items.get(given.place());
        String answer = given.answer() == null ? "" : given.answer().strip();
        String there = store.answered(id, given.stageId(), kind, item).orElse("");
        boolean isChanged = !there.equals(given.before() == null ? "" : given.before()) && !there.equals(answer);
        if (kind != AnswerKind.WORK_ITEM && isChanged) {
            throw new Problem(CommonProblem.STALE_VERSION).with("answer", there);
        }
        if (answer.isEmpty()) {
            store.forget(id, given.stageId(), kind, item);
        } else {
            store.answer(id, given.stageId(), kind, item, kind == AnswerKind.WORK_ITEM ? "" : answer);
        }
    }

    /** For those who work on it. */
    private Stage stage(long id, long stageId, Viewer viewer) {
        writing.by(viewer);
        Held held = opportunities.lock(id, viewer);
        held.relation().mustWork();
        return held.alive()
                .opportunity()
                .process()
                .findStage(stageId)
                .orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("stageId"))));
    }
}
