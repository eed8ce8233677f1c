package qiji.opportunity.board;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.records.Aggregates;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Opportunities in lanes. A lane's numbers and its rows come from one condition, so they cannot differ. */
@Component
class BoardQueries {
    private static final int MOST_LANES = 40;
    private static final List<String> SUMS = List.of("expectedAmount", "weightedAmount");
    private static final List<String> CARD = List.of(
            "name",
            "number",
            "customer",
            "stage",
            "status",
            "owner",
            "expectedAmount",
            "expectedSignOn",
            "nextStep",
            "nextStepOn",
            "daysInStage",
            "overstayDays",
            "validityState");

    /** How a board is laid out. */
    enum By {
        STAGE,
        OWNER,
        STATUS,
        MONTH
    }

    /** Amounts in yuan, null where there is nothing to sum or the viewer may not read it. */
    record Lane(
            @Nullable String key,
            String label,
            @Nullable StageInfo stage,
            long count,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal weightedAmount,
            String filter,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {}

    record StageInfo(
            String id,
            String code,
            BigDecimal winRate,
            @Nullable Integer plannedDays,
            boolean isFinal) {}

    /** {@code more} says that there are lanes beyond those shown. */
    record Board(List<Lane> lanes, boolean more) {}

    private final Records records;
    private final Stages stages;
    private final FieldLabels labels;
    private final JsonMapper json;

    BoardQueries(Records records, Stages stages, FieldLabels labels, JsonMapper json) {
        this.records = records;
        this.stages = stages;
        this.labels = labels;
        this.json = json;
    }

    /**
     * The lanes of {@code by} with the first {@code limit} rows of each. A board by stage is of one process, the default
     * one if none is named, and shows every stage in use. Throws INVALID_FIELDS, NOT_FOUND for an unknown process.
     */
    @Transactional(readOnly = true)
    Board board(By by, @Nullable Long processId, @Nullable String filter, int limit, Viewer viewer) {
        ArrayNode all = json.createArrayNode();
        if (by == By.STAGE || processId != null) {
            all.add(is("process", Long.toString(process(processId).key())));
        }
        if (filter != null && !filter.isBlank()) {
            all.add(parsed(filter));
        }
        List<Aggregates.Group> groups = records.query(Opportunities.TYPE, viewer)
                .where(and(all))
                .groups(
                        field(by),
                        SUMS.stream().filter(sum -> labels.mayRead(sum, viewer)).toList());
        if (by == By.STAGE) {
            Map<String, Aggregates.Group> byStage = groups.stream()
                    .filter(group -> group.key() != null)
                    .collect(Collectors.toMap(group -> Objects.requireNonNull(group.key()), group -> group));
            return new Board(
                    process(processId).stages().stream()
                            .filter(stage -> !stage.archived() || byStage.containsKey(Long.toString(stage.key())))
                            .map(stage -> lane(stage, byStage.get(Long.toString(stage.key())), all, limit, viewer))
                            .toList(),
                    false);
        }
        List<Lane> lanes = groups.stream()
                .limit(MOST_LANES)
                .map(group -> lane(by, group, all, limit, viewer))
                .toList();
        return new Board(lanes, groups.size() > MOST_LANES);
    }

    private Lane lane(Stage stage, Aggregates.@Nullable Group group, ArrayNode all, int limit, Viewer viewer) {
        String id = Long.toString(stage.key());
        StageInfo info = new StageInfo(id, stage.code(), stage.winRate(), stage.plannedDays(), stage.isFinal());
        Aggregates.Group numbers = group == null ? new Aggregates.Group(id, stage.name(), 0, Map.of()) : group;
        return lane(numbers, stage.name(), info, with(all, is("stage", id)), limit, viewer);
    }

    private Lane lane(By by, Aggregates.Group group, ArrayNode all, int limit, Viewer viewer) {
        String label = by == By.STATUS && group.key() != null
                ? OpportunityStatus.valueOf(group.key()).words().here()
                : Objects.requireNonNullElse(
                        group.label(), Words.of("（空）", "(none)").here());
        return lane(group, label, null, with(all, of(by, group.key())), limit, viewer);
    }

    private Lane lane(
            Aggregates.Group numbers,
            String label,
            @Nullable StageInfo stage,
            String filter,
            int limit,
            Viewer viewer) {
        Aggregates.Page page = numbers.count() == 0
                ? new Aggregates.Page(List.of(), null)
                : records.query(Opportunities.TYPE, viewer)
                        .where(filter)
                        .fields(CARD.stream()
                                .filter(field -> labels.mayRead(field, viewer))
                                .toList())
                        .page(limit, null);
        return new Lane(
                numbers.key(),
                label,
                stage,
                numbers.count(),
                numbers.sums().get("expectedAmount"),
                numbers.sums().get("weightedAmount"),
                filter,
                page.rows(),
                page.next());
    }

    private ObjectNode of(By by, @Nullable String key) {
        String field = field(by).replaceAll(":.*", "");
        if (key == null) {
            return json.createObjectNode().put("field", field).put("op", "empty");
        }
        if (by == By.MONTH) {
            java.time.LocalDate first = java.time.LocalDate.parse(key.length() == 7 ? key + "-01" : key);
            ObjectNode between = json.createObjectNode().put("field", field).put("op", "between");
            between.putArray("value")
                    .add(first.toString())
                    .add(first.plusMonths(1).minusDays(1).toString());
            return between;
        }
        return is(field, key);
    }

    private static String field(By by) {
        return switch (by) {
            case STAGE -> "stage";
            case OWNER -> "owner";
            case STATUS -> "status";
            case MONTH -> "expectedSignOn:month";
        };
    }

    private SalesProcess process(@Nullable Long id) {
        return id == null ? stages.findDefault().orElseThrow(Problem::notFound) : stages.getProcess(id);
    }

    private ObjectNode is(String field, String value) {
        return json.createObjectNode().put("field", field).put("op", "is").put("value", value);
    }

    private JsonNode parsed(String filter) {
        try {
            return json.readTree(filter);
        } catch (tools.jackson.core.JacksonException e) {
            throw Problem.invalid(
                    List.of(FieldFault.of("filter", "malformed", Words.of("筛选条件的格式不对", "The filter is malformed"))));
        }
    }

    private String with(ArrayNode all, ObjectNode further) {
        return and(all.deepCopy().add(further));
    }

    private String and(ArrayNode all) {
        ObjectNode filter = json.createObjectNode();
        filter.set("and", all);
        return filter.toString();
    }
}
