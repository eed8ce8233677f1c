package qiji.opportunity.risk;

import java.util.ArrayList;
import java.util.List;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/** Up to which weight, probability × impact, a risk is low, medium and high; above it is critical. [D6] */
public record RiskRule(int low, int medium, int high) {
    /** Something must be left for the band above. */
    private static final int MOST = 24;

    static RiskRule shipped() {
        return new RiskRule(4, 9, 15);
    }

    /** Probability and impact are from 1 to 5. */
    public RiskBand band(int probability, int impact) {
        int weight = probability * impact;
        return weight <= low
                ? RiskBand.LOW
                : weight <= medium ? RiskBand.MEDIUM : weight <= high ? RiskBand.HIGH : RiskBand.CRITICAL;
    }

    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        limit("low", low, 0, faults);
        limit("medium", medium, low, faults);
        limit("high", high, medium, faults);
        return faults;
    }

    private static void limit(String path, int limit, int lower, List<FieldFault> faults) {
        if (limit < 1 || limit > MOST) {
            faults.add(FieldFault.of(
                    path, "out-of-range", Words.of("请填 1 至 %s", "From 1 to %s").with(MOST)));
        } else if (limit <= lower) {
            faults.add(FieldFault.of(path, "not-rising", Words.of("须大于前一个界线", "It must be above the one before")));
        }
    }
}
