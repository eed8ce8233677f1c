package qiji.records.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.Jobs;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.Catalogue;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** Starts work on many records and tells how it went. Everybody sees their own work only. [X2] */
@Service
public class BulkRuns {
    private static final int MOST_NAMED = 10_000;
    private static final int PAGE = 50;

    private final BulkStore store;
    private final BulkActions actions;
    private final Records records;
    private final Catalogue catalogue;
    private final RecordTypes types;
    private final Jobs jobs;
    private final Writing writing;

    BulkRuns(
            BulkStore store,
            BulkActions actions,
            Records records,
            Catalogue catalogue,
            RecordTypes types,
            Jobs jobs,
            Writing writing) {
        this.store = store;
        this.actions = actions;
        this.records = records;
        this.catalogue = catalogue;
        this.types = types;
        this.jobs = jobs;
        this.writing = writing;
    }

    List<BulkActions.Offer> offers(String type, Viewer viewer) {
        return actions.offers(types.readable(type, viewer), viewer);
    }

    /** The id of the run. Throws NOT_FOUND for an action that the type does not know, FORBIDDEN, INVALID_FIELDS. */
    @Transactional
    public long start(String type, String action, Selection selection, ObjectNode given, Viewer viewer) {
        RecordType<?> of = types.readable(type, viewer);
        records.query(of, viewer).where(selection.filterText());
        mustBeFew(selection);
        actions.mustBeSound(of, action, given, viewer);
        writing.by(viewer);
        long id = store.add(type, action, selection, given, viewer);
        store.startedAs(id, jobs.start(BulkWork.NAME, id, viewer));
        return id;
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public BulkRun get(long id, Viewer viewer) {
        return store.find(id, viewer).orElseThrow(Problem::notFound);
    }

    /** The refusals behind {@code place}, with what the records are called where the viewer may still see them. */
    @Transactional(readOnly = true)
    public BulkRun.Refusals refusals(long id, int place, Viewer viewer) {
        BulkRun run = get(id, viewer);
        List<BulkRun.Refusal> found = store.refusals(id, place, PAGE + 1);
        List<BulkRun.Refusal> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, String> labels = labels(types.readable(run.type(), viewer), page, viewer);
        List<BulkRun.Refusal> named = page.stream()
                .map(it -> new BulkRun.Refusal(it.place(), it.recordId(), labels.get(it.recordId()), it.problem()))
                .toList();
        return new BulkRun.Refusals(named, found.size() > PAGE ? page.getLast().place() : null);
    }

    private Map<String, String> labels(RecordType<?> type, List<BulkRun.Refusal> of, Viewer viewer) {
        List<Long> ids = of.stream().map(it -> Long.valueOf(it.recordId())).toList();
        Map<String, String> labels = new HashMap<>();
        if (!ids.isEmpty() && catalogue.field(type, type.labelField(), viewer).isPresent()) {
            records.query(type, viewer)
                    .withArchived()
                    .only(ids)
                    .fields(List.of(type.labelField()))
                    .page(PAGE, null)
                    .rows()
                    .forEach(row ->
                            labels.put(String.valueOf(row.get("id")), String.valueOf(row.get(type.labelField()))));
        }
        return labels;
    }

    private static void mustBeFew(Selection selection) {
        if (selection.saysNothing()) {
            throw Problem.invalid(List.of(FieldFault.required("selection")));
        }
        int named = (selection.ids() == null ? 0 : selection.ids().size())
                + (selection.excluded() == null ? 0 : selection.excluded().size());
        if (named > MOST_NAMED) {
            throw Problem.invalid(
                    List.of(FieldFault.of("selection", "too-many", Words.of("选中的记录太多", "Too many records are named"))));
        }
    }
}
