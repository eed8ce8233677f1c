package qiji.rule;

import db.rule.tables.records.EditionRecord;
import db.rule.tables.records.RuleRecord;
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
import qiji.platform.Words;
import qiji.rule.TrialView.Item;

/** The sandbox: what a draft would have changed, before it is published. [X7] */
@Service
class Trials {
    /** A rule's verdict is all its reason. */
    private static final TrialKind.Telling NOTHING = new TrialKind.Telling() {
        @Override
        public Words reason(String code) {
            return Words.of(code, code);
        }

        @Override
        public Words doubt(String code) {
            return Words.of(code, code);
        }
    };

    private final TrialStore store;
    private final EditionStore editions;
    private final RuleKinds kinds;
    private final TrialPages pages;
    private final Jobs jobs;
    private final Clock clock;

    Trials(TrialStore store, EditionStore editions, RuleKinds kinds, TrialPages pages, Jobs jobs, Clock clock) {
        this.store = store;
        this.editions = editions;
        this.kinds = kinds;
        this.pages = pages;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Begins as a job; both days are included. Throws NOT_FOUND, FORBIDDEN, INVALID_FIELDS, NOT_TRIABLE, RULE_LOCKED of a
     * department's rule that headquarters locked.
     */
    @Transactional
    public TrialView.Started start(
            String kind, long editionId, @Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        RuleRecord rule = editions.lockOf(kind, editionId).orElseThrow(Problem::notFound);
        Editions.mustEdit(rule.getDepartmentId(), viewer);
        RuleTrial<?> trial = kinds.trialOf(kind).orElseThrow(() -> new Problem(RuleProblem.NOT_TRIABLE));
        trial.mustBeAllowed(viewer);
        boolean locked = editions.find(kind, null).map(RuleRecord::getLocked).orElse(false);
        if (rule.getDepartmentId() != null && locked) {
            throw new Problem(RuleProblem.RULE_LOCKED);
        }
        TrialSpan span = TrialSpan.of(from, to, LocalDate.now(clock.withZone(Time.ZONE)));
        EditionRecord edition = editions.edition(editionId);
        long id = store.insert(rule.getId(), editionId, edition.getBody(), span, viewer);
        long job = jobs.start(TrialWork.NAME, id, viewer);
        store.started(id, job);
        return new TrialView.Started(id, job);
    }

    /** The viewer's own last ones of one kind and place, whatever became of the drafts; or the ones older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Item> last(String kind, @Nullable Long departmentId, @Nullable Long before, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        return editions.find(kind, departmentId).stream()
                .flatMap(rule -> store.last(rule.getId(), before, viewer).stream())
                .map(pages::item)
                .toList();
    }

    /** One of the viewer's own; its records as far as they may see them now. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional(readOnly = true)
    public TrialView.Trial get(String kind, long id, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        TrialStore.Row row = store.find(id, viewer)
                .filter(it -> it.isOfRule() && it.kind().equals(kind))
                .orElseThrow(Problem::notFound);
        RuleTrial<?> trial = kinds.trialOf(row.kind()).orElseThrow(Problem::notFound);
        trial.mustBeAllowed(viewer);
        return pages.page(row.trial(), trial, NOTHING, viewer);
    }
}
