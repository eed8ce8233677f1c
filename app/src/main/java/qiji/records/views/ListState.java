package qiji.records.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a list shows and how, as its address and a saved view tell it; never whose records. {@code group} is by what
 * records are put together, in a list, on a board or in a chart ({@code owner}, {@code expectedSignOn:month}); {@code date}
 * is the field by which a calendar lays them out; {@code measure} is what a chart measures, null for how many. [X2]
 */
public record ListState(
        @Nullable JsonNode filter,
        @Nullable String sort,
        @Nullable List<Column> columns,
        @Nullable String group,
        @Nullable Show show,
        @Nullable String date,
        @Nullable ChartKind chart,
        @Nullable String measure) {
    /** A column, with its width in pixels if somebody set one. */
    public record Column(String field, @Nullable Integer width) {}

    /** How the records are presented. */
    public enum Show {
        LIST,
        BOARD,
        CALENDAR,
        CHART
    }

    /** How a chart is drawn. */
    public enum ChartKind {
        BAR,
        LINE,
        PIE
    }
}
