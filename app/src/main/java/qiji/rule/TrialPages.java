package qiji.rule;

import db.rule.tables.records.TrialRecord;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.records.NamedRecords;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.rule.TrialKind.Telling;
import qiji.rule.TrialView.Changed;
import qiji.rule.TrialView.Item;
import qiji.rule.TrialView.Outcome;
import qiji.rule.TrialView.Owner;
import qiji.rule.TrialView.Reason;
import qiji.rule.TrialView.Steps;
import qiji.rule.TrialView.Verdict;

/** Trials as people read them: people and records named within what the reader may see now. */
@Component
class TrialPages {
    private static final String USER = "user";

    private final TrialStore store;
    private final NamedRecords names;
    private final RecordTypes types;

    TrialPages(TrialStore store, NamedRecords names, RecordTypes types) {
        this.store = store;
        this.names = names;
        this.types = types;
    }

    Item item(TrialRecord trial) {
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

    TrialView.Trial page(TrialRecord trial, TrialKind kind, Telling telling, Viewer viewer) {
        return new TrialView.Trial(
                item(trial),
                kind.recordType(),
                kind.verdicts().stream()
                        .map(it -> new Verdict(it.code(), it.label().here()))
                        .toList(),
                trial.getResult() == null ? null : outcome(kind, store.result(trial.getResult()), telling, viewer));
    }

    private Outcome outcome(TrialKind kind, TrialResult result, Telling telling, Viewer viewer) {
        boolean amounts = kind.tellsAmounts(viewer);
        Set<Long> people = new HashSet<>();
        Set<Long> records = new HashSet<>();
        result.owners().stream().filter(it -> it.userId() != null).forEach(it -> people.add(it.userId()));
        result.records().forEach(it -> {
            records.add(it.id());
            if (it.ownerId() != null) {
                people.add(it.ownerId());
            }
        });
        Map<RecordType<?>, Set<Long>> wanted = Map.of(types.get(USER), people, types.get(kind.recordType()), records);
        var labels = names.labels(wanted, viewer);
        Map<Long, String> users = labels.getOrDefault(USER, Map.of());
        Map<Long, String> named = labels.getOrDefault(kind.recordType(), Map.of());
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
                                name(users, it.ownerId()),
                                inWords(it.added(), telling),
                                inWords(it.removed(), telling)))
                        .toList(),
                result.steps() == null ? null : steps(result.steps(), telling));
    }

    private static Steps steps(TrialResult.Steps steps, Telling telling) {
        return new Steps(
                steps.judged(),
                steps.changed(),
                steps.refused(),
                steps.reasons().stream()
                        .map(it -> new Reason(telling.reason(it.code()).here(), it.added(), it.removed()))
                        .toList(),
                steps.doubts().stream().map(telling::doubt).map(Words::here).toList());
    }

    private static List<String> inWords(@Nullable List<String> reasons, Telling telling) {
        return reasons == null
                ? List.of()
                : reasons.stream().map(telling::reason).map(Words::here).toList();
    }

    private static @Nullable BigDecimal told(boolean amounts, @Nullable BigDecimal amount) {
        return amounts ? amount : null;
    }

    private static @Nullable String name(Map<Long, String> users, @Nullable Long id) {
        return id == null ? null : users.get(id);
    }
}
