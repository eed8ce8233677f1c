package qiji.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/** What can be done with sales processes and their stages. */
@Service
public class Processes {
    private final ProcessStore store;
    private final Stages stages;
    private final Writing writing;
    private final GateFields gateFields;
    private final StageUsage usage;
    private final ProcessEditions editions;

    Processes(
            ProcessStore store,
            Stages stages,
            Writing writing,
            GateFields gateFields,
            StageUsage usage,
            ProcessEditions editions) {
        this.store = store;
        this.editions = editions;
        this.stages = stages;
        this.writing = writing;
        this.gateFields = gateFields;
        this.usage = usage;
    }

    /** All, archived ones included; the default one first. What stages tell those who work in them may be hidden. */
    @Transactional(readOnly = true)
    public List<SalesProcess> list(Viewer viewer) {
        return store.all().stream()
                .map(process -> process.with(seenBy(viewer, process.stages())))
                .toList();
    }

    /** Without what is kept from them; who writes the stages reads them whole. */
    List<Stage> seenBy(Viewer viewer, List<Stage> stages) {
        boolean isTold = isTold(viewer);
        boolean expects = viewer.may(ProcessPermissions.EDIT) || StageFields.tellsConversion(viewer);
        return stages.stream()
                .map(stage -> isTold ? stage : stage.untold())
                .map(stage -> expects ? stage : stage.unexpecting())
                .toList();
    }

    /** Who writes it reads it. */
    boolean isTold(Viewer viewer) {
        return viewer.may(ProcessPermissions.EDIT) || gateFields.mayReadGuidance(viewer);
    }

    /** Throws FORBIDDEN, INVALID_FIELDS with all faults. The first process is the default one, like it or not. */
    @Transactional
    public long create(SalesProcess draft, @Nullable String reason, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        writing.by(viewer);
        SalesProcess process = draft.with(draft.stages().stream()
                .map(stage -> ProcessEditions.named(null, stage))
                .toList());
        mustBeSound(process, Set.of());
        if (process.isDefault()) {
            store.clearDefault();
        }
        long id = store.insert(process);
        editions.publish(id, reason, viewer);
        stages.forget();
        return id;
    }

    /**
     * Writes the whole definition over the one with its id: an edition more, if it asks or tells other things than before;
     * opportunities under way go on under theirs. Throws NOT_FOUND, STALE_VERSION, INVALID_FIELDS with all
     * faults, STAGE_IN_USE if it drops a stage that opportunities were in, DEFAULT_PROCESS_NEEDED if none would be left.
     */
    @Transactional
    public int replace(SalesProcess draft, @Nullable String reason, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        writing.by(viewer);
        SalesProcess before = locked(draft.key());
        SalesProcess process = named(before, draft);
        if (before.version() != process.version()) {
            throw Problem.stale(before.version());
        }
        Set<Long> known = before.stages().stream().map(Stage::key).collect(Collectors.toSet());
        mustBeSound(process, known);
        mustNotDropUsed(before, process);
        if (before.isDefault() && (!process.isDefault() || process.archived())) {
            throw new Problem(ProcessProblem.DEFAULT_PROCESS_NEEDED);
        }
        if (process.isDefault() && !before.isDefault()) {
            store.clearDefault();
        }
        store.replace(process);
        editions.publish(process.key(), reason, viewer);
        stages.forget();
        return before.version() + 1;
    }

    /** That it could be published as it is. Throws NOT_FOUND, FORBIDDEN, INVALID_FIELDS with all faults. */
    @Transactional(readOnly = true)
    public void mustBePublishable(SalesProcess draft, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        SalesProcess before = stages.getProcess(draft.key());
        mustBeSound(
                named(before, draft), before.stages().stream().map(Stage::key).collect(Collectors.toSet()));
    }

    /** No new opportunity can take it; those in it go on. Throws NOT_FOUND, DEFAULT_PROCESS_NEEDED. */
    @Transactional
    public void archive(long id, Viewer viewer) {
        viewer.mustBeAllowed(ProcessPermissions.EDIT);
        writing.by(viewer);
        SalesProcess before = locked(id);
        if (before.isDefault()) {
            throw new Problem(ProcessProblem.DEFAULT_PROCESS_NEEDED);
        }
        if (!before.archived()) {
            store.replace(before.archivedCopy());
            stages.forget();
        }
    }

    private static SalesProcess named(SalesProcess before, SalesProcess draft) {
        return draft.with(draft.stages().stream()
                .map(stage -> ProcessEditions.named(
                        stage.id() == null ? null : before.findStage(stage.id()).orElse(null), stage))
                .toList());
    }

    private SalesProcess locked(long id) {
        if (store.lock(id) == null) {
            throw Problem.notFound();
        }
        return store.all().stream()
                .filter(process -> process.key() == id)
                .findFirst()
                .orElseThrow();
    }

    private void mustBeSound(SalesProcess process, Set<Long> known) {
        List<FieldFault> faults = ProcessRules.faultsOf(process, gateFields, known);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private void mustNotDropUsed(SalesProcess before, SalesProcess after) {
        Set<Long> dropped = before.stages().stream().map(Stage::key).collect(Collectors.toCollection(TreeSet::new));
        after.stages().stream().map(Stage::id).filter(Objects::nonNull).forEach(dropped::remove);
        Set<Long> used = new TreeSet<>(dropped);
        used.retainAll(editions.ahead(before.key()));
        used.addAll(usage.usedOf(dropped));
        if (!used.isEmpty()) {
            List<String> codes = before.stages().stream()
                    .filter(stage -> used.contains(stage.key()))
                    .map(Stage::code)
                    .toList();
            throw new Problem(ProcessProblem.STAGE_IN_USE).with("stages", codes);
        }
    }
}
