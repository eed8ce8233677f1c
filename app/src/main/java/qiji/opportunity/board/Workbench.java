package qiji.opportunity.board;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Opportunities;
import qiji.opportunity.OpportunityPermissions;
import qiji.platform.Time;
import qiji.process.Stages;
import qiji.records.Aggregates;
import qiji.records.Records;

/** What a seller begins the day with: their tasks, next steps that are due, stays that last too long, the pipeline. */
@Component
class Workbench {
    private static final String TASK = "task";
    private static final int MOST_ROWS = 20;
    private static final int DAYS_AHEAD = 7;
    private static final String MINE = "{\"field\": \"%s\", \"op\": \"me\"}";
    private static final String OPEN = "{\"field\": \"status\", \"op\": \"is\", \"value\": \"OPEN\"}";

    /** Tasks and next steps are the viewer's own; stages and overstays are of all that they may see. */
    record Today(
            @Nullable List<Map<String, @Nullable Object>> tasks,
            @Nullable List<Map<String, @Nullable Object>> dueNextSteps,
            @Nullable List<StageSum> stages,
            @Nullable List<Map<String, @Nullable Object>> overstays) {}

    /** Open opportunities of one stage of the default process; amounts in yuan. */
    record StageSum(
            String id,
            String label,
            long count,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal weightedAmount) {}

    private final Records records;
    private final Stages stages;
    private final FieldLabels labels;
    private final Clock clock;

    Workbench(Records records, Stages stages, FieldLabels labels, Clock clock) {
        this.records = records;
        this.stages = stages;
        this.labels = labels;
        this.clock = clock;
    }

    Today today(Viewer viewer) {
        boolean sells = viewer.may(OpportunityPermissions.READ);
        return new Today(
                viewer.may("task:read") ? tasks(viewer) : List.of(),
                sells ? dueNextSteps(viewer) : List.of(),
                sells ? stages(viewer) : List.of(),
                sells ? overstays(viewer) : List.of());
    }

    private @Nullable List<Map<String, @Nullable Object>> tasks(Viewer viewer) {
        List<String> about = List.of("assignee", "status", "dueOn");
        if (!records.readable(TASK, about, viewer).equals(about)) {
            return null;
        }
        List<String> shown = List.of("title", "dueOn", "priority", "recordName", "recordType", "recordId");
        return records.query(TASK, viewer)
                .where(and(MINE.formatted("assignee"), OPEN))
                .fields(records.readable(TASK, shown, viewer))
                .sort("dueOn")
                .page(MOST_ROWS, null)
                .rows();
    }

    private @Nullable List<Map<String, @Nullable Object>> dueNextSteps(Viewer viewer) {
        LocalDate soon = LocalDate.now(clock.withZone(Time.ZONE)).plusDays(DAYS_AHEAD);
        return opportunities(
                viewer,
                and(
                        MINE.formatted("owner"),
                        OPEN,
                        "{\"field\": \"nextStepOn\", \"op\": \"lte\", \"value\": \"%s\"}".formatted(soon)),
                List.of("owner", "status", "nextStepOn"),
                List.of("name", "customer", "stage", "nextStep", "nextStepOn", "expectedAmount"),
                "nextStepOn");
    }

    private @Nullable List<Map<String, @Nullable Object>> overstays(Viewer viewer) {
        return opportunities(
                viewer,
                and(OPEN, "{\"field\": \"overstayDays\", \"op\": \"gt\", \"value\": 0}"),
                List.of("status", "overstayDays"),
                List.of("name", "customer", "stage", "owner", "daysInStage", "overstayDays", "expectedAmount"),
                "-overstayDays");
    }

    /** Null if a field that it is about is hidden from the viewer: that is not the same as none. */
    private @Nullable List<Map<String, @Nullable Object>> opportunities(
            Viewer viewer, String filter, List<String> about, List<String> fields, String sort) {
        if (!about.stream().allMatch(field -> labels.mayRead(field, viewer))) {
            return null;
        }
        return records.query(Opportunities.TYPE, viewer)
                .where(filter)
                .fields(readable(fields, viewer))
                .sort(sort)
                .page(MOST_ROWS, null)
                .rows();
    }

    private @Nullable List<StageSum> stages(Viewer viewer) {
        if (!labels.mayRead("stage", viewer) || !labels.mayRead("status", viewer)) {
            return null;
        }
        List<Aggregates.Group> groups = records.query(Opportunities.TYPE, viewer)
                .where(and(OPEN))
                .groups("stage", readable(List.of("expectedAmount", "weightedAmount"), viewer));
        return stages.findDefault().stream()
                .flatMap(process -> process.path().stream())
                .filter(stage -> !stage.isFinal())
                .map(stage -> {
                    String id = Long.toString(stage.key());
                    Aggregates.Group group = groups.stream()
                            .filter(one -> id.equals(one.key()))
                            .findFirst()
                            .orElse(new Aggregates.Group(id, stage.words().here(), 0, Map.of()));
                    return new StageSum(
                            id,
                            stage.words().here(),
                            group.count(),
                            group.sums().get("expectedAmount"),
                            group.sums().get("weightedAmount"));
                })
                .toList();
    }

    private List<String> readable(List<String> fields, Viewer viewer) {
        return fields.stream().filter(field -> labels.mayRead(field, viewer)).toList();
    }

    private static String and(String... filters) {
        return "{\"and\": [" + String.join(", ", filters) + "]}";
    }
}
