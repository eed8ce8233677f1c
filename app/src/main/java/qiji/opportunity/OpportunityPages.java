package qiji.opportunity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import qiji.access.Viewer;
import qiji.process.Stage;
import qiji.process.Stages;

/** What the page of one opportunity shows; all of it within what the viewer may see and read. */
@Service
class OpportunityPages {
    private static final int MOST_ROWS = 200;

    /** A stage's key actions, and which of them are done, by their place. */
    record StageActions(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId, List<String> actions, List<Integer> done) {}

    private final OpportunityQueries queries;
    private final HistoryQueries history;
    private final TimelineQueries timeline;
    private final FieldLabels labels;
    private final Stages stages;

    OpportunityPages(
            OpportunityQueries queries,
            HistoryQueries history,
            TimelineQueries timeline,
            FieldLabels labels,
            Stages stages) {
        this.queries = queries;
        this.history = history;
        this.timeline = timeline;
        this.labels = labels;
        this.stages = stages;
    }

    List<OpportunityQueries.Member> team(long id, Viewer viewer) {
        return queries.team(id, viewer);
    }

    List<OpportunityQueries.ContactRow> contacts(long id, Viewer viewer) {
        return queries.contacts(id, viewer);
    }

    List<OpportunityQueries.LineRow> lines(long id, Viewer viewer) {
        List<OpportunityQueries.LineRow> lines = queries.lines(id, viewer);
        return labels.mayRead("lines", viewer) ? lines : List.of();
    }

    List<StageActions> keyActions(long id, Viewer viewer) {
        Opportunity opportunity = Rows.opportunity(queries.get(id, viewer), stages);
        Map<Long, Set<String>> done = queries.doneActions(id, viewer);
        return opportunity.process().path().stream()
                .map(stage -> actions(stage, done.getOrDefault(stage.key(), Set.of())))
                .toList();
    }

    private static StageActions actions(Stage stage, Set<String> done) {
        List<String> actions = stage.guidance().keyActions();
        return new StageActions(
                stage.key(),
                actions,
                IntStream.range(0, actions.size())
                        .filter(i -> done.contains(actions.get(i)))
                        .boxed()
                        .toList());
    }

    HistoryRow.Page history(long id, @Nullable Instant after, int limit, Viewer viewer) {
        return history.page(id, after, Math.clamp(limit, 1, MOST_ROWS), viewer);
    }

    TimelineEntry.Page timeline(
            long id, @Nullable Instant after, @Nullable Set<TimelineEntry.Kind> kinds, int limit, Viewer viewer) {
        Set<TimelineEntry.Kind> wanted =
                kinds == null || kinds.isEmpty() ? EnumSet.allOf(TimelineEntry.Kind.class) : kinds;
        return timeline.page(id, after, wanted, Math.clamp(limit, 1, MOST_ROWS), viewer);
    }
}
