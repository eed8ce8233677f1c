package qiji.opportunity.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Time;

/**
 * What is learnt from an ending: a lesson for others, and a measure against it happening again, which somebody takes by a
 * day. A measure without owner or day is none. [D12 S8]
 */
public record Learned(
        @Nullable String lesson,
        @Nullable String prevention,
        @Nullable Long preventionOwnerId,
        @Nullable LocalDate preventionDueOn) {
    public static final Learned NOTHING = new Learned(null, null, null, null);

    public static Learned lesson(@Nullable String lesson) {
        return new Learned(lesson, null, null, null);
    }

    boolean hasMeasure() {
        return !Opportunity.isBlank(prevention) || preventionOwnerId != null || preventionDueOn != null;
    }

    public boolean sameMeasure(@Nullable String what, @Nullable Long owner, @Nullable LocalDate dueOn) {
        return Objects.equals(prevention, what)
                && Objects.equals(preventionOwnerId, owner)
                && Objects.equals(preventionDueOn, dueOn);
    }

    /** A measure is whole or not there; {@code obliged} says that it must be. */
    List<FieldFault> faults(boolean obliged) {
        List<FieldFault> faults = new ArrayList<>();
        if (obliged || hasMeasure()) {
            Opportunity.demand(prevention, "prevention", faults);
            if (preventionOwnerId == null) {
                faults.add(FieldFault.required("preventionOwnerId"));
            }
            if (preventionDueOn == null) {
                faults.add(FieldFault.required("preventionDueOn"));
            } else {
                faults.addAll(Time.far(Map.of("preventionDueOn", preventionDueOn)));
            }
        }
        return faults;
    }
}
