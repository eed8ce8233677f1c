package qiji.opportunity.gate;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.FieldNames;
import qiji.opportunity.Held;
import qiji.opportunity.Rows;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.UnmetGate;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** Gathers what gates are judged on: only what those on the way ask for. [D5] */
@Component
public class GateKeeper {
    private final GateFactStore queries;
    private final FieldLabels labels;
    private final Clock clock;

    GateKeeper(GateFactStore queries, FieldLabels labels, Clock clock) {
        this.queries = queries;
        this.labels = labels;
        this.clock = clock;
    }

    /** For the way from where it is into {@code target}; null is nowhere. */
    public GateFacts factsOf(Held held, @Nullable Stage target) {
        SalesProcess process = held.opportunity().process();
        Stage from = held.opportunity().stage();
        return target == null
                ? new GateFacts(Set.of(), Map.of(), List.of())
                : factsOf(held.row(), process, from, target);
    }

    public GateFacts factsOf(OpportunityRecord row, SalesProcess process, Stage from, Stage target) {
        List<Stage> way = process.entered(from, target);
        return waived(
                row,
                process,
                from,
                target,
                new GateFacts(
                        way.isEmpty() ? Set.of() : filled(row),
                        queries.doneActions(row.getId(), way),
                        queries.fileNames(row.getId(), way),
                        queries.further(row, way, clock.instant())));
    }

    /** The same with what a statement read already. */
    public GateFacts factsOf(
            OpportunityRecord row,
            SalesProcess process,
            Stage from,
            Stage target,
            Map<Long, Set<String>> done,
            List<String> files,
            Set<UnmetGate> waived) {
        List<Stage> way = process.entered(from, target);
        return new GateFacts(filled(row), done, files, queries.further(row, way, clock.instant())).waiving(waived);
    }

    /** Asks for waivers only if something is missing. */
    private GateFacts waived(OpportunityRecord row, SalesProcess process, Stage from, Stage target, GateFacts facts) {
        List<UnmetGate> unmet = facts.unmet(process, from, target, Rows.validity(row));
        return unmet.isEmpty() ? facts : facts.waiving(queries.waived(row.getId()));
    }

    /** The key actions done in each stage of an opportunity. */
    public static Field<Map<Long, Set<String>>> doneActions(Field<Long> opportunity) {
        return GateFactStore.doneActions(opportunity);
    }

    /** What it may do without. */
    public static Field<Set<UnmetGate>> waivers(Field<Long> opportunity) {
        return GateFactStore.waivers(opportunity);
    }

    /** The names of the files attached to it. */
    public static Field<List<String>> fileNames(Field<Long> opportunity) {
        return GateFactStore.fileNames(opportunity);
    }

    /** The names of the fields that hold a value, custom ones included. */
    public Set<String> filled(OpportunityRecord row) {
        Set<String> names = new HashSet<>();
        for (var field : row.fields()) {
            Object value = row.get(field);
            boolean empty = value == null
                    || value instanceof String text && text.isBlank()
                    || value instanceof Object[] items && items.length == 0;
            if (!empty) {
                names.add(FieldNames.of(field.getName()));
            }
        }
        names.addAll(labels.filledCustom(row.getCustom()));
        return names;
    }

    /** What winning brings, in yuan: what was said, else what was committed, else what was expected. */
    @Nullable
    public BigDecimal amountWon(Held held, @Nullable BigDecimal said) {
        if (said != null) {
            return said;
        }
        BigDecimal committed = held.row().getCommittedAmount();
        return committed == null ? held.row().getExpectedAmount() : committed;
    }
}
