package qiji.opportunity.gate;

import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.DONE_ACTION;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.FieldNames;
import qiji.opportunity.Held;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.Words;
import qiji.process.SalesProcess;

/** Gathers what gates are judged on, and says in words what is missing. */
@Component
public class GateKeeper {
    private static final Map<String, Words> PROOFS = Map.of(
            "need", Words.of("需求", "Need"),
            "kp", Words.of("关键决策人（KP）", "Key decision-maker"),
            "budget", Words.of("预算", "Budget"));

    /** {@code field} is null where what is missing is no field, or one that the viewer may not see. */
    public record Told(
            String stageId, UnmetGate.Kind kind, @Nullable String field, String code, String label, String message) {}

    private final DSLContext jooq;
    private final FieldLabels labels;

    GateKeeper(DSLContext jooq, FieldLabels labels) {
        this.jooq = jooq;
        this.labels = labels;
    }

    public GateFacts factsOf(Held held) {
        return factsOf(held.row());
    }

    private GateFacts factsOf(OpportunityRecord row) {
        var done = doneActions(val(row.getId()));
        var files = fileNames(val(row.getId()));
        var read = jooq.select(done, files).fetchSingle();
        return factsOf(row, read.value1(), read.value2());
    }

    /** The same from what a statement read already. */
    public GateFacts factsOf(OpportunityRecord row, Map<Long, Set<String>> done, List<String> files) {
        return new GateFacts(filled(row), done, files);
    }

    /** The key actions done in each stage of an opportunity. */
    public static Field<Map<Long, Set<String>>> doneActions(Field<Long> opportunity) {
        return multiset(select(DONE_ACTION.STAGE_ID, DONE_ACTION.ACTION)
                        .from(DONE_ACTION)
                        .where(DONE_ACTION.OPPORTUNITY_ID.eq(opportunity)))
                .convertFrom(rows -> rows.intoGroups(DONE_ACTION.STAGE_ID, DONE_ACTION.ACTION).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, stage -> Set.copyOf(stage.getValue()))));
    }

    /** The names of the files attached to it. */
    public static Field<List<String>> fileNames(Field<Long> opportunity) {
        return array(select(FILE.NAME)
                        .from(FILE)
                        .where(FILE.RECORD_TYPE.eq(Opportunities.TYPE))
                        .and(FILE.RECORD_ID.eq(opportunity))
                        .and(FILE.REMOVED_AT.isNull()))
                .convertFrom(Arrays::asList);
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

    public List<Told> inWords(List<UnmetGate> unmet, SalesProcess process, Viewer viewer) {
        return unmet.stream().map(gate -> inWords(gate, process, viewer)).toList();
    }

    private Told inWords(UnmetGate unmet, SalesProcess process, Viewer viewer) {
        String item = unmet.item();
        String stage = Long.toString(unmet.stageId());
        return switch (unmet.kind()) {
            case FIELD -> {
                boolean shown = labels.mayRead(item, viewer);
                String label = shown
                        ? labels.of(item).here()
                        : Words.of("您无权查看的字段", "A field that you may not see").here();
                String message = Words.of("请填写%s", "Fill in: %s").with(label).here();
                yield new Told(stage, unmet.kind(), shown ? item : null, "required", label, message);
            }
            case VALIDITY -> {
                String label = PROOFS.getOrDefault(item, Words.of(item, item)).here();
                String message = Words.of("请确认%s并写明依据", "Establish with evidence: %s")
                        .with(label)
                        .here();
                yield new Told(stage, unmet.kind(), item, "unproven", label, message);
            }
            case KEY_ACTION -> {
                String action = process.keyAction(item).here();
                String message = Words.of("请完成关键动作：%s", "Do the key action: %s")
                        .with(action)
                        .here();
                yield new Told(stage, unmet.kind(), null, "undone", action, message);
            }
            case DOCUMENT ->
                new Told(
                        stage,
                        unmet.kind(),
                        null,
                        "missing",
                        item,
                        Words.of("请上传文件：%s", "Attach the document: %s")
                                .with(item)
                                .here());
        };
    }
}
