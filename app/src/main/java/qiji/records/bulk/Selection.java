package qiji.records.bulk;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which records are meant: those of {@code ids}, or all that meet the filter (null: all there are) but for
 * {@code excluded}, which then must be there, if only empty: nobody shall mean everything by saying nothing. They are found when the work begins, within what its user may see then.
 */
public record Selection(
        @Nullable JsonNode filter,
        @Nullable List<@NotNull Long> ids,
        @Nullable List<@NotNull Long> excluded) {
    /** Whether it says neither which nor that all are meant. */
    boolean saysNothing() {
        return ids == null ? filter == null && excluded == null : ids.isEmpty();
    }

    @Nullable
    String filterText() {
        return filter == null || filter.isNull() ? null : filter.toString();
    }
}
