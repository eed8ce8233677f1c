package qiji.opportunity.life;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;

/** What came of asking an opportunity to do something: the caller must look at every case. */
public sealed interface Outcome {
    /** It is so now. */
    record Changed(Opportunity opportunity) implements Outcome {}

    /**
     * It stays as it is, for all of these reasons at once: {@code wrongStatus} is the one that it has where what is
     * asked does not lead out of it, {@code faults} are what is asked wrongly, {@code unmet} the gates on the way.
     */
    record Refused(@Nullable OpportunityStatus wrongStatus, List<FieldFault> faults, List<UnmetGate> unmet)
            implements Outcome {

        Refused and(FieldFault fault) {
            return new Refused(
                    wrongStatus,
                    Stream.concat(faults.stream(), Stream.of(fault)).toList(),
                    unmet);
        }
    }

    /** One fault more than there were. */
    default Outcome with(FieldFault fault) {
        return switch (this) {
            case Changed _ -> new Refused(null, List.of(fault), List.of());
            case Refused refused -> refused.and(fault);
        };
    }
}
