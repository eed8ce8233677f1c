package qiji.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of an opportunity before it may enter a stage. [D5]
 *
 * <p>{@code requiredFields} are names of the opportunity's fields. {@code keyActionsRequired} asks for all key actions of
 * the stage before, {@code verificationRequired} for a file that proves its verification mark. Each of {@code
 * documentsRequired} must occur in the name of a file on the opportunity. {@code approvalRequired}: others decide.
 * {@code minimumScore} is of the last assessment, 0–100. {@code confirmationRequired}: grade and assessment are confirmed, unless it
 * is a general one. [D9]
 */
public record Gate(
        List<String> requiredFields,
        boolean validityRequired,
        boolean keyActionsRequired,
        List<String> documentsRequired,
        boolean verificationRequired,
        @Nullable RecentActivity recentActivity,
        boolean approvalRequired,
        @Nullable BigDecimal minimumScore,
        boolean confirmationRequired) {
    public static final Gate OPEN = new Gate(List.of(), false, false, List.of());

    public Gate(
            List<String> requiredFields,
            boolean validityRequired,
            boolean keyActionsRequired,
            List<String> documentsRequired) {
        this(requiredFields, validityRequired, keyActionsRequired, documentsRequired, false, null, false, null, false);
    }

    public static Gate requiring(String... fields) {
        return new Gate(List.of(fields), false, false, List.of());
    }

    /** What is not named is not asked for. */
    @JsonCreator
    static Gate of(
            @JsonProperty("requiredFields") @Nullable List<String> requiredFields,
            @JsonProperty("validityRequired") @Nullable Boolean validityRequired,
            @JsonProperty("keyActionsRequired") @Nullable Boolean keyActionsRequired,
            @JsonProperty("documentsRequired") @Nullable List<String> documentsRequired,
            @JsonProperty("verificationRequired") @Nullable Boolean verificationRequired,
            @JsonProperty("recentActivity") @Nullable RecentActivity recentActivity,
            @JsonProperty("approvalRequired") @Nullable Boolean approvalRequired,
            @JsonProperty("minimumScore") @Nullable BigDecimal minimumScore,
            @JsonProperty("confirmationRequired") @Nullable Boolean confirmationRequired) {
        return new Gate(
                requiredFields == null ? List.of() : requiredFields,
                Boolean.TRUE.equals(validityRequired),
                Boolean.TRUE.equals(keyActionsRequired),
                documentsRequired == null ? List.of() : documentsRequired,
                Boolean.TRUE.equals(verificationRequired),
                recentActivity,
                Boolean.TRUE.equals(approvalRequired),
                minimumScore == null
                        ? null
                        : new BigDecimal(minimumScore.stripTrailingZeros().toPlainString()),
                Boolean.TRUE.equals(confirmationRequired));
    }
}
