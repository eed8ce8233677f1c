package qiji.opportunity.life;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/**
 * What makes an opportunity valid (有效商机): need, key decision-maker and budget, each known with evidence. A leader may
 * waive what is missing: then it passes gates, and still does not count as valid. [S7]
 */
public record Validity(
        Proof need,
        Proof kp,
        Proof budget,
        @Nullable Long waivedBy,
        @Nullable String waiver) {
    public static final Validity NONE = new Validity(Proof.NONE, Proof.NONE, Proof.NONE, null, null);

    public boolean isValid() {
        return need.known() && kp.known() && budget.known();
    }

    boolean isWaived() {
        return waivedBy != null;
    }

    public boolean passesGates() {
        return isValid() || isWaived();
    }

    /** What is known must be evident. */
    public List<FieldFault> faults() {
        return Stream.of(Map.entry("need", need), Map.entry("kp", kp), Map.entry("budget", budget))
                .filter(entry -> entry.getValue().known())
                .filter(entry -> entry.getValue().evidence() == null
                        || entry.getValue().evidence().isBlank())
                .map(entry -> FieldFault.of(
                        entry.getKey() + ".evidence", "required", Words.of("须写明依据", "Say by what evidence")))
                .toList();
    }

    public Validity with(Proof newNeed, Proof newKp, Proof newBudget) {
        return new Validity(newNeed, newKp, newBudget, waivedBy, waiver);
    }

    public Validity waived(long by, String reason) {
        return new Validity(need, kp, budget, by, reason);
    }

    public Validity withoutWaiver() {
        return new Validity(need, kp, budget, null, null);
    }
}
