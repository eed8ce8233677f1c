package qiji.records.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import qiji.platform.tabular.Row;
import qiji.records.NewChoices;
import qiji.records.imports.ImportMapping.OnMissing;
import qiji.records.imports.RowReader.Missing;

/** Makes what rows refer to and nobody has, if the mapping says so. It notes what it made, by kind. */
final class Maker implements Missing {
    private final ImportPlan plan;
    private final Map<String, ImportTarget> targets;
    private final ImportTraces traces;
    private final NewChoices dictionaries;
    private final Map<String, Set<String>> made = new HashMap<>();
    private final Map<String, String> choices = new HashMap<>();

    Maker(ImportPlan plan, Map<String, ImportTarget> targets, ImportTraces traces, NewChoices dictionaries) {
        this.plan = plan;
        this.targets = targets;
        this.traces = traces;
        this.dictionaries = dictionaries;
    }

    /** How many it made so far. */
    long count() {
        return made.values().stream().mapToLong(Set::size).sum();
    }

    /** How many of each kind, by record type or field. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        made.forEach((kind, names) -> counts.put(kind, names.size()));
        return counts;
    }

    /** What it made was taken back with the transaction: whoever needs it again makes it again. */
    void forget() {
        choices.clear();
        made.forEach((type, names) -> names.forEach(name -> plan.references().forget(type, name)));
    }

    @Override
    public Answer reference(ImportField field, String name, Row row, OnMissing onMissing) {
        if (plan.isOwnReference(field) && plan.ownNames().contains(name)) {
            return new Answer.Later();
        }
        if (onMissing == OnMissing.FAIL) {
            return new Answer.Refused();
        }
        var target = Objects.requireNonNull(targets.get(field.reference()));
        var written = target.createNamed(name, plan.viewer());
        traces.created(plan.run().number(), target.type(), row.number(), written);
        plan.references().add(field, name, written.id());
        note(target.type(), name);
        return new Answer.Made(Long.toString(written.id()));
    }

    @Override
    public Answer choice(ImportField field, String name, OnMissing onMissing) {
        if (onMissing == OnMissing.FAIL) {
            return new Answer.Refused();
        }
        var dictionary = Objects.requireNonNull(field.dictionary());
        note(field.name(), name);
        return new Answer.Made(
                choices.computeIfAbsent(dictionary + "|" + name, _ -> dictionaries.add(dictionary, name)));
    }

    private void note(String kind, String name) {
        made.computeIfAbsent(kind, _ -> new HashSet<>()).add(name);
    }
}
