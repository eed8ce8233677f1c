package qiji.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.jobs.Jobs;
import qiji.platform.Problem;
import qiji.platform.Time;

/**
 * The sandbox for drafts of what is no rule, e.g. a sales process: the module that keeps the drafts says who may try them and
 * whether they are sound. Everybody sees their own trials. [X7]
 */
@Service
public class DraftTrials {
    private final TrialStore store;
    private final RuleKinds kinds;
    private final TrialPages pages;
    private final Jobs jobs;
    private final Clock clock;

    DraftTrials(TrialStore store, RuleKinds kinds, TrialPages pages, Jobs jobs, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.pages = pages;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Begins as a job; both days are included. Throws NOT_FOUND for a kind that nobody can try, FORBIDDEN, INVALID_FIELDS. */
    @Transactional
    public TrialView.Started start(
            String kind,
            long subjectId,
            Object draft,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Viewer viewer) {
        mustBeAllowed(trial(kind), subjectId, draft, viewer);
        TrialSpan span = TrialSpan.of(from, to, LocalDate.now(clock.withZone(Time.ZONE)));
        long id = store.insert(kind, subjectId, kinds.written(draft), span, viewer);
        long job = jobs.start(TrialWork.NAME, id, viewer);
        store.started(id, job);
        return new TrialView.Started(id, job);
    }

    /** The viewer's own last ones, or those older than {@code before}. */
    @Transactional(readOnly = true)
    public List<TrialView.Item> last(String kind, long subjectId, @Nullable Long before, Viewer viewer) {
        return store.last(kind, subjectId, before, viewer).stream()
                .map(pages::item)
                .toList();
    }

    /** One of the viewer's own; its records as far as they may see them now. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional(readOnly = true)
    public TrialView.Trial get(String kind, long subjectId, long id, Viewer viewer) {
        TrialStore.Row row =
                store.find(id, viewer).filter(it -> it.isOf(kind, subjectId)).orElseThrow(Problem::notFound);
        return page(trial(kind), row, viewer);
    }

    private <B> TrialView.Trial page(DraftTrial<B> trial, TrialStore.Row row, Viewer viewer) {
        B draft = kinds.read(trial, row.body());
        trial.mustBeAllowed(row.subjectId(), draft, viewer);
        return pages.page(row.trial(), trial, trial.telling(row.subjectId(), draft, viewer), viewer);
    }

    private static <B> void mustBeAllowed(DraftTrial<B> trial, long subjectId, Object draft, Viewer viewer) {
        trial.mustBeAllowed(subjectId, trial.bodyType().cast(draft), viewer);
    }

    private DraftTrial<?> trial(String kind) {
        return kinds.draftTrialOf(kind).orElseThrow(Problem::notFound);
    }
}
