package qiji.records.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.FileStore;
import qiji.platform.Problem;
import qiji.platform.tabular.CsvFile;
import qiji.platform.tabular.TabularFile;
import qiji.platform.tabular.UnreadableFile;
import qiji.platform.tabular.WorkbookFile;
import qiji.records.NamedRecords;
import qiji.records.RecordTypes;
import qiji.records.imports.ImportStore.Found;

/** Knows where files can go, and puts together what working through one of them needs. */
@Component
class ImportPlans {
    private static final int SAMPLES = 5;

    private final ObjectProvider<ImportTarget> targets;
    private final RecordTypes types;
    private final NamedRecords records;
    private final ImportStore store;
    private final FileStore files;

    ImportPlans(
            ObjectProvider<ImportTarget> targets,
            RecordTypes types,
            NamedRecords records,
            ImportStore store,
            FileStore files) {
        this.targets = targets;
        this.types = types;
        this.records = records;
        this.store = store;
        this.files = files;
    }

    /** By type, of all modules. */
    Map<String, ImportTarget> targets() {
        return targets.stream().collect(Collectors.toMap(ImportTarget::type, Function.identity()));
    }

    /** Throws NOT_FOUND if nothing can be loaded into {@code type}, FORBIDDEN if not by this viewer. */
    ImportTarget target(String type, Viewer viewer) {
        var target = targets().get(type);
        if (target == null) {
            throw Problem.notFound();
        }
        viewer.mustBeAllowed(type + ":import");
        return target;
    }

    /** Reads the whole file once. Throws UNREADABLE_FILE. */
    Found read(String content, CsvFile.Reading reading) {
        try {
            var file = open(content, reading);
            return new Found(
                    file instanceof CsvFile csv ? csv.encoding() : null,
                    file instanceof CsvFile csv ? Character.toString(csv.separator()) : null,
                    file instanceof WorkbookFile workbook ? workbook.sheet() : null,
                    columns(file),
                    file.countRows());
        } catch (UnreadableFile unreadable) {
            throw Unreadable.problem(unreadable);
        }
    }

    private static List<ImportRun.Column> columns(TabularFile file) {
        var sample = file.sample(SAMPLES);
        var names = file.columns();
        List<ImportRun.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            columns.add(new ImportRun.Column(
                    names.get(i),
                    sample.stream().map(row -> row.cells().get(column)).toList()));
        }
        return columns;
    }

    private TabularFile open(String content, CsvFile.Reading reading) {
        try {
            return TabularFile.open(() -> files.openSealed(content), reading);
        } catch (UnreadableFile unreadable) {
            throw Unreadable.problem(unreadable);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Throws NOT_FOUND if the viewer has no such import, IMPORT_UNMAPPED if it has no mapping yet. */
    ImportPlan plan(long id, Viewer viewer) {
        var run = store.find(id, viewer).orElseThrow(Problem::notFound);
        var mapping = run.mapping();
        if (mapping == null) {
            throw new Problem(ImportProblem.IMPORT_UNMAPPED);
        }
        var target = target(run.type(), viewer);
        var fields = target.fields(viewer);
        MappingCheck.mustHold(mapping, run, fields, target, viewer, targets());
        var file = open(store.content(id), new ImportRun.Reading(run.separator(), run.encoding()).checked());
        var plan = new ImportPlan(
                run, file, mapping, fields, target, new References(records, types, viewer), new HashSet<>(), viewer);
        readOwnNames(plan);
        return plan;
    }

    private void readOwnNames(ImportPlan plan) {
        boolean refersToItself = plan.mapping()
                .fields()
                .anyMatch(name -> plan.field(name).filter(plan::isOwnReference).isPresent());
        var naming = plan.mapping().feeding(types.get(plan.run().type()).labelField());
        if (!refersToItself || naming.isEmpty()) {
            return;
        }
        var names = plan.run().columns().stream().map(ImportRun.Column::name).toList();
        int index = names.indexOf(naming.get().column());
        Set<String> own = plan.ownNames();
        try (var rows = plan.file().rows()) {
            while (rows.hasNext()) {
                var cell = rows.next().cells().get(index).strip();
                own.add(naming.get().valueMap().getOrDefault(cell, cell));
            }
        }
    }
}
