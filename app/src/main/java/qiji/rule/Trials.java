package qiji.rule;

import db.rule.tables.records.EditionRecord;
import db.rule.tables.records.RuleRecord;
import db.rule.tables.records.TrialRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.jobs.Jobs;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.records.NamedRecords;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.rule.TrialView.Changed;
import qiji.rule.TrialView.Item;
import qiji.rule.TrialView.Outcome;
import qiji.rule.TrialView.Owner;
import qiji.rule.TrialView.Verdict;

/** The sandbox: what a draft would have changed, before it is published. [X7] */
@Service
class Trials {
    private static final int MOST_YEARS = 10;
    private static final String USER = "user";

    private final TrialStore store;
    private final EditionStore editions;
    private final RuleKinds kinds;
    private final NamedRecords names;
    private final RecordTypes types;
    private final Jobs jobs;
    private final Clock clock;

    Trials(
            TrialStore store,
            EditionStore editions,
            RuleKinds kinds,
            NamedRecords names,
            RecordTypes types,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.editions = editions;
        this.kinds = kinds;
        this.names = names;
        this.types = types;
        this.jobs = jobs;
        this.clock = clock;
    }

    record Started(long id, long jobId) {}

    /**
     * Begins as a job; both days are included. Throws NOT_FOUND, FORBIDDEN, INVALID_FIELDS, NOT_TRIABLE, RULE_LOCKED of a
     * department's rule that headquarters locked.
     */
    @Transactional
    public Started start(String kind, long editionId, @Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        RuleRecord rule = editions.lockOf(kind, editionId).orElseThrow(Problem::notFound);
        Editions.mustEdit(rule.getDepartmentId(), viewer);
        RuleTrial<?> trial = kinds.trialOf(kind).orElseThrow(() -> new Problem(RuleProblem.NOT_TRIABLE));
        trial.mustBeAllowed(viewer);
        boolean locked = editions.find(kind, null).map(RuleRecord::getLocked).orElse(false);
        if (rule.getDepartmentId() != null && locked) {
            throw new Problem(RuleProblem.RULE_LOCKED);
        }
        mustBeSpan(from, to);
        if (from == null || to == null) {
            throw new IllegalStateException("no span");
        }
        EditionRecord edition = editions.edition(editionId);
        long id = store.insert(rule.getId(), editionId, edition.getBody(), from, to, viewer);
        long job = jobs.start(TrialWork.NAME, id, viewer);
        store.started(id, job);
        return new Started(id, job);
    }

    /** The viewer's own last ones of one kind and place. */
    @Transactional(readOnly = true)
    public List<Item> last(String kind, @Nullable Long departmentId, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        return editions.find(kind, departmentId).stream()
                .flatMap(rule -> store.last(rule.getId(), viewer).stream())
                .map(this::item)
                .toList();
    }

    /** One of the viewer's own; its records as far as they may see them now. Throws NOT_FOUND, FORBIDDEN. */
    @Transactional(readOnly = true)
    public TrialView.Trial get(String kind, long id, Viewer viewer) {
        viewer.mustBeAllowed(RulePermissions.EDIT);
        TrialStore.Row row =
                store.find(id, viewer).filter(it -> it.kind().equals(kind)).orElseThrow(Problem::notFound);
        RuleTrial<?> trial = kinds.trialOf(row.kind()).orElseThrow(Problem::notFound);
        trial.mustBeAllowed(viewer);
        return new TrialView.Trial(
                item(row.trial()),
                trial.recordType(),
                trial.verdicts().stream()
                        .map(it -> new Verdict(it.code(), it.label().here()))
                        .toList(),
                row.trial().getResult() == null
                        ? null
                        : outcome(trial, store.result(row.trial().getResult()), viewer));
    }

    private Outcome outcome(RuleTrial<?> trial, TrialResult result, Viewer viewer) {
        boolean amounts = trial.tellsAmounts(viewer);
        Set<Long> people = new HashSet<>();
        Set<Long> records = new HashSet<>();
        result.owners().stream().filter(it -> it.userId() != null).forEach(it -> people.add(it.userId()));
        result.records().forEach(it -> {
            records.add(it.id());
            if (it.ownerId() != null) {
                people.add(it.ownerId());
            }
        });
        Map<RecordType<?>, Set<Long>> wanted = Map.of(types.get(USER), people, types.get(trial.recordType()), records);
        var labels = names.labels(wanted, viewer);
        Map<Long, String> users = labels.getOrDefault(USER, Map.of());
        Map<Long, String> named = labels.getOrDefault(trial.recordType(), Map.of());
        return new Outcome(
                result.changed(),
                amounts ? result.amount() : null,
                result.cells().stream()
                        .map(it -> new TrialResult.Cell(it.from(), it.to(), it.count(), told(amounts, it.amount())))
                        .toList(),
                result.owners().stream()
                        .map(it -> new Owner(
                                it.userId(), name(users, it.userId()), it.count(), told(amounts, it.amount())))
                        .toList(),
                result.records().stream()
                        .filter(it -> named.containsKey(it.id()))
                        .map(it -> new Changed(
                                it.id(),
                                named.getOrDefault(it.id(), ""),
                                it.from(),
                                it.to(),
                                told(amounts, it.amount()),
                                name(users, it.ownerId())))
                        .toList());
    }

    private static @Nullable BigDecimal told(boolean amounts, @Nullable BigDecimal amount) {
        return amounts ? amount : null;
    }

    private static @Nullable String name(Map<Long, String> users, @Nullable Long id) {
        return id == null ? null : users.get(id);
    }

    private Item item(TrialRecord trial) {
        return new Item(
                trial.getId(),
                trial.getEditionId(),
                trial.getJobId(),
                trial.getFromDay(),
                trial.getToDay(),
                trial.getStartedAt(),
                trial.getResult() == null
                        ? null
                        : store.result(trial.getResult()).changed());
    }

    private void mustBeSpan(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<FieldFault> faults = new ArrayList<>();
        if (from == null) {
            faults.add(FieldFault.required("from"));
        } else {
            faults.addAll(Time.far(Map.of("from", from)));
        }
        if (to == null) {
            faults.add(FieldFault.required("to"));
        } else if (to.isAfter(LocalDate.now(clock.withZone(Time.ZONE)))) {
            faults.add(FieldFault.of("to", "in-future", Words.of("日期不能晚于今天", "The day must not be after today")));
        }
        if (from != null && to != null && from.isAfter(to)) {
            faults.add(FieldFault.of("from", "after-end", Words.of("开始晚于结束", "It begins after its end")));
        }
        if (from != null
                && to != null
                && faults.isEmpty()
                && from.plusYears(MOST_YEARS).isBefore(to)) {
            faults.add(FieldFault.of(
                    "from", "too-long", Words.of("最多 %s 年", "At most %s years").with(MOST_YEARS)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
