package qiji.records.views;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view as one reader finds it. {@code applicable} is false where its filter asks for what the reader may not read; then
 * it tells no state. {@code roles} are those that begin with it.
 */
public record SavedView(
        String id,
        int version,
        String type,
        String name,
        Audience audience,
        String ownerId,
        @Nullable String departmentId,
        int position,
        boolean editable,
        boolean applicable,
        @Nullable ListState state,
        List<String> roles) {
    /** The views of a type that a reader has; {@code firstId} is the one that their list opens with, if any. */
    public record Shelf(List<SavedView> views, @Nullable String firstId) {}

    /** What is saved. {@code departmentId} is the team's, and only a team's view has one. */
    public record Draft(
            String name,
            Audience audience,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long departmentId,

            int position,
            ListState state) {}
}
