package qiji.customer.duplicates;

import static qiji.customer.duplicates.Likeness.Reason.OTHER_CODE;
import static qiji.customer.duplicates.Likeness.Reason.SAME_CODE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.customer.duplicates.Likeness.Reason;

/** What of a customer tells whether it is another one: its name, and its credit code where that is known. */
record CustomerLikeness(CompanyName name, @Nullable String creditCode) {
    private static final int SAME = 100;
    /** Whoever has another code is another company, or somebody took the code of a branch. */
    private static final int MOST_WITH_OTHER_CODE = 70;

    static CustomerLikeness of(String name, @Nullable String creditCode) {
        return new CustomerLikeness(CompanyName.of(name), creditCode);
    }

    Likeness to(CustomerLikeness other) {
        Likeness ofNames = NameLikeness.of(name, other.name);
        if (creditCode == null || other.creditCode == null) {
            return ofNames;
        }
        List<Reason> reasons = new ArrayList<>(ofNames.reasons());
        if (creditCode.equals(other.creditCode)) {
            reasons.addFirst(SAME_CODE);
            return new Likeness(SAME, reasons);
        }
        reasons.add(OTHER_CODE);
        return new Likeness(Math.min(ofNames.score(), MOST_WITH_OTHER_CODE), reasons);
    }
}
