package qiji.records.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.JobState;
import qiji.jobs.Jobs;
import qiji.platform.FileStore;
import qiji.platform.Problem;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.records.imports.ImportStore.Upload;

/**
 * Loading files into records: take a file in, say which column is which field, try it, do it, undo it. Everyone sees only
 * their own imports, and needs {@code <type>:import}. [X3]
 */
@Component
public class Imports {
    private static final long LARGEST_BYTES = 200L << 20;

    private final ImportPlans plans;
    private final ImportStore store;
    private final ImportTraces traces;
    private final FileStore files;
    private final Jobs jobs;
    private final RecordTypes types;
    private final Writing writing;

    Imports(
            ImportPlans plans,
            ImportStore store,
            ImportTraces traces,
            FileStore files,
            Jobs jobs,
            RecordTypes types,
            Writing writing) {
        this.plans = plans;
        this.store = store;
        this.traces = traces;
        this.files = files;
        this.jobs = jobs;
        this.types = types;
        this.writing = writing;
    }

    /** The types into which the viewer may load files. */
    public List<RecordType<?>> types(Viewer viewer) {
        return plans.targets().keySet().stream()
                .filter(type -> viewer.may(type + ":import"))
                .sorted()
                .<RecordType<?>>map(types::get)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<ImportField> fields(String type, Viewer viewer) {
        return plans.target(type, viewer).fields(viewer);
    }

    /** The fields of {@link #fields} by which a row can find the record that it updates, the best one first. */
    public List<String> keyFields(String type, Viewer viewer) {
        return plans.target(type, viewer).keyFields();
    }

    /** Reads the whole file once. Throws UNREADABLE_FILE, TOO_LARGE, INVALID_FIELDS. */
    @Transactional
    public ImportRun upload(String type, String fileName, InputStream content, ImportRun.Reading reading, Viewer viewer)
            throws IOException {
        plans.target(type, viewer);
        var asked = reading.checked();
        var stored = files.putSealed(content, LARGEST_BYTES);
        var found = plans.read(stored.name(), asked);
        writing.by(viewer);
        return get(store.add(new Upload(type, fileName, stored.name(), stored.size(), found), viewer), viewer);
    }

    /**
     * Reads the file anew, in the way that is said now. Throws INVALID_FIELDS, UNREADABLE_FILE, IMPORT_BUSY,
     * IMPORT_FINISHED.
     */
    @Transactional
    public ImportRun read(long id, ImportRun.Reading reading, Viewer viewer) {
        var asked = reading.checked();
        notBegun(id, viewer);
        var found = plans.read(store.content(id), asked);
        writing.by(viewer);
        store.setFound(id, found);
        return get(id, viewer);
    }

    /** With a proposal, as long as no mapping is set: the one last used for such columns, or else a guess. */
    @Transactional(readOnly = true)
    public ImportRun get(long id, Viewer viewer) {
        var run = asItsJobSays(store.find(id, viewer).orElseThrow(Problem::notFound), viewer);
        if (run.mapping() != null) {
            return run;
        }
        var target = plans.target(run.type(), viewer);
        var fields = target.fields(viewer);
        var names = run.columns().stream().map(ImportRun.Column::name).toList();
        return run.proposing(store.keptMapping(run.type(), ColumnsKey.of(names), viewer)
                .filter(kept -> kept.fields()
                        .allMatch(name ->
                                fields.stream().anyMatch(field -> field.name().equals(name))))
                .orElseGet(() -> MappingProposal.of(names, fields, target.keyFields())));
    }

    @Transactional(readOnly = true)
    public List<ImportRun> list(@Nullable String type, Viewer viewer) {
        return store.list(type, viewer).stream()
                .map(run -> asItsJobSays(run, viewer))
                .toList();
    }

    /** Throws INVALID_FIELDS for what does not fit, IMPORT_FINISHED after the run. Is proposed for such files from now on. */
    @Transactional
    public void map(long id, ImportMapping mapping, Viewer viewer) {
        var run = notBegun(id, viewer);
        var target = plans.target(run.type(), viewer);
        MappingCheck.mustHold(mapping, run, target.fields(viewer), target, viewer, plans.targets());
        writing.by(viewer);
        store.setMapping(id, mapping);
        var names = run.columns().stream().map(ImportRun.Column::name).toList();
        store.keepMapping(run.type(), ColumnsKey.of(names), mapping, viewer);
    }

    /** Starts a job. Throws IMPORT_UNMAPPED, IMPORT_BUSY. */
    @Transactional
    public long dryRun(long id, Viewer viewer) {
        return start(DryRun.NAME, id, viewer, ImportState.UPLOADED, ImportState.CHECKED);
    }

    /** Starts a job, or goes on with one that was interrupted. Throws IMPORT_UNMAPPED, IMPORT_BUSY, IMPORT_FINISHED. */
    @Transactional
    public long run(long id, Viewer viewer) {
        return start(
                Load.NAME,
                id,
                viewer,
                ImportState.UPLOADED,
                ImportState.CHECKED,
                ImportState.RUNNING,
                ImportState.INTERRUPTED);
    }

    /** Starts a job. Throws NOTHING_TO_UNDO, IMPORT_BUSY. */
    @Transactional
    public long undo(long id, Viewer viewer) {
        if (idle(id, viewer).state() == ImportState.UNDONE || traces.countChanges(id) == 0) {
            throw new Problem(ImportProblem.NOTHING_TO_UNDO);
        }
        return started(Undo.NAME, id, viewer);
    }

    private long start(String kind, long id, Viewer viewer, ImportState... allowed) {
        var run = idle(id, viewer);
        if (run.mapping() == null) {
            throw new Problem(ImportProblem.IMPORT_UNMAPPED);
        }
        if (!List.of(allowed).contains(run.state())) {
            throw new Problem(ImportProblem.IMPORT_FINISHED);
        }
        return started(kind, id, viewer);
    }

    private long started(String kind, long id, Viewer viewer) {
        writing.by(viewer);
        long job = jobs.start(kind, id, viewer);
        store.setJob(id, job);
        return job;
    }

    /** The import, of which no row is written yet. */
    private ImportRun notBegun(long id, Viewer viewer) {
        var run = idle(id, viewer);
        if (run.committedRows() > 0) {
            throw new Problem(ImportProblem.IMPORT_FINISHED);
        }
        return run;
    }

    /** The import, of which nothing is going on now. */
    private ImportRun idle(long id, Viewer viewer) {
        get(id, viewer);
        store.lock(id);
        var run = get(id, viewer);
        plans.target(run.type(), viewer);
        if (run.jobId() != null
                && !jobs.get(Long.parseLong(run.jobId()), viewer).isOver()) {
            throw new Problem(ImportProblem.IMPORT_BUSY);
        }
        return run;
    }

    /** What only its job tells: a dry run at work, and a run whose job ended before it did, cancelled or failed. */
    private ImportRun asItsJobSays(ImportRun run, Viewer viewer) {
        boolean isRunning = run.state() == ImportState.RUNNING;
        boolean isFresh = run.state() == ImportState.UPLOADED || run.state() == ImportState.CHECKED;
        if (run.jobId() == null || !(isRunning || isFresh)) {
            return run;
        }
        var job = jobs.get(Long.parseLong(run.jobId()), viewer);
        if (isFresh && !job.isOver() && job.kind().equals(DryRun.NAME)) {
            return run.in(ImportState.TRYING);
        }
        boolean isBroken = job.state() == JobState.CANCELLED || job.state() == JobState.FAILED;
        return isRunning && isBroken ? run.in(ImportState.INTERRUPTED) : run;
    }
}
