package qiji.records.bulk;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which records are meant: those of {@code ids}, or, if there are none, all that meet the filter but for {@code excluded}.
 * They are found when the work begins, within what its user may see then.
 */
public record Selection(
        @Nullable JsonNode filter,
        @Nullable List<@NotNull Long> ids,
        @Nullable List<@NotNull Long> excluded) {
    @Nullable
    String filterText() {
        return filter == null || filter.isNull() ? null : filter.toString();
    }
}
