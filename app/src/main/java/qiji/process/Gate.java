package qiji.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of an opportunity before it may enter a stage. [D5]
 *
 * <p>{@code requiredFields} are names of the opportunity's fields. {@code keyActionsRequired} asks for all key actions of
 * the stage before. Each of {@code documentsRequired} must occur in the name of a file on the opportunity.
 */
public record Gate(
        List<String> requiredFields,
        boolean validityRequired,
        boolean keyActionsRequired,
        List<String> documentsRequired) {
    public static final Gate OPEN = new Gate(List.of(), false, false, List.of());

    public static Gate requiring(String... fields) {
        return new Gate(List.of(fields), false, false, List.of());
    }

    /** What is not named is not asked for. */
    @JsonCreator
    static Gate of(
            @JsonProperty("requiredFields") @Nullable List<String> requiredFields,
            @JsonProperty("validityRequired") @Nullable Boolean validityRequired,
            @JsonProperty("keyActionsRequired") @Nullable Boolean keyActionsRequired,
            @JsonProperty("documentsRequired") @Nullable List<String> documentsRequired) {
        return new Gate(
                requiredFields == null ? List.of() : requiredFields,
                validityRequired != null && validityRequired,
                keyActionsRequired != null && keyActionsRequired,
                documentsRequired == null ? List.of() : documentsRequired);
    }
}
