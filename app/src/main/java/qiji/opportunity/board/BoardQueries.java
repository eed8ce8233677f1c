package qiji.opportunity.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityFields;
import qiji.platform.Problem;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.records.Aggregates;
import qiji.records.Filter;
import qiji.records.lanes.Lanes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Opportunities in lanes, with what is known of each stage. */
@Component
class BoardQueries {
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
            "validityState",
            "grade",
            "gradeState",
            "gradePending",
            "maturity",
            "period",
            "approvalPending",
            "version");

    /** How a board is laid out. */
    enum By {
        STAGE,
        OWNER,
        STATUS,
        MONTH,
        GRADE
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

    /** {@code more} says that there are lanes beyond those shown; {@code rest} is what lies in them. */
    record Board(List<Lane> lanes, boolean more, Aggregates.@Nullable Total rest) {}

    private final Lanes lanes;
    private final Stages stages;
    private final FieldLabels labels;
    private final JsonMapper json;

    BoardQueries(Lanes lanes, Stages stages, FieldLabels labels, JsonMapper json) {
        this.lanes = lanes;
        this.stages = stages;
        this.labels = labels;
        this.json = json;
    }

    /**
     * The lanes of {@code by} with the first {@code limit} rows of each. A board by stage is of one process, the default
     * one if none is named, and shows every stage in use. Throws INVALID_FIELDS, NOT_FOUND for an unknown process.
     */
    @Transactional(readOnly = true)
    Board board(
            By by,
            @Nullable Long processId,
            @Nullable String filter,
            int limit,
            @Nullable LocalDate asOf,
            Viewer viewer) {
        ArrayNode all = json.createArrayNode();
        if (by == By.STAGE || processId != null) {
            all.add(is("process", Long.toString(process(processId).key())));
        }
        if (filter != null && !filter.isBlank()) {
            all.add(Filter.json(filter));
        }
        var wish =
                new Lanes.Wish(field(by), and(all), null, readable(SUMS, viewer), readable(CARD, viewer), limit, asOf);
        Lanes.Laid laid = lanes.lay(OpportunityFields.TYPE, wish, viewer);
        return by == By.STAGE
                ? new Board(byStage(process(processId), laid, wish, viewer), false, null)
                : new Board(laid.lanes().stream().map(lane -> lane(lane, null)).toList(), laid.more(), laid.rest());
    }

    private List<Lane> byStage(SalesProcess process, Lanes.Laid laid, Lanes.Wish wish, Viewer viewer) {
        Map<String, Lanes.Lane> byKey = laid.lanes().stream()
                .filter(lane -> lane.key() != null)
                .collect(Collectors.toMap(lane -> Objects.requireNonNull(lane.key()), lane -> lane));
        return process.stages().stream()
                .filter(stage -> !stage.archived() || byKey.containsKey(Long.toString(stage.key())))
                .map(stage -> {
                    String key = Long.toString(stage.key());
                    Lanes.Lane lane = byKey.get(key);
                    return lane(
                            lane == null
                                    ? lanes.empty(
                                            OpportunityFields.TYPE,
                                            wish,
                                            key,
                                            stage.words().here(),
                                            viewer)
                                    : lane,
                            stage);
                })
                .toList();
    }

    private static Lane lane(Lanes.Lane lane, @Nullable Stage stage) {
        return new Lane(
                lane.key(),
                stage == null ? lane.label() : stage.words().here(),
                stage == null
                        ? null
                        : new StageInfo(
                                Long.toString(stage.key()),
                                stage.code(),
                                stage.winRate(),
                                stage.plannedDays(),
                                stage.isFinal()),
                lane.count(),
                lane.sums().get("expectedAmount"),
                lane.sums().get("weightedAmount"),
                lane.filter(),
                lane.rows(),
                lane.next());
    }

    private List<String> readable(List<String> fields, Viewer viewer) {
        return fields.stream().filter(field -> labels.mayRead(field, viewer)).toList();
    }

    private static String field(By by) {
        return switch (by) {
            case STAGE -> "stage";
            case OWNER -> "owner";
            case STATUS -> "status";
            case MONTH -> "expectedSignOn:month";
            case GRADE -> "grade";
        };
    }

    private SalesProcess process(@Nullable Long id) {
        return id == null ? stages.findDefault().orElseThrow(Problem::notFound) : stages.getProcess(id);
    }

    private ObjectNode is(String field, String value) {
        return json.createObjectNode().put("field", field).put("op", "is").put("value", value);
    }

    private String and(ArrayNode all) {
        ObjectNode filter = json.createObjectNode();
        filter.set("and", all);
        return filter.toString();
    }
}
