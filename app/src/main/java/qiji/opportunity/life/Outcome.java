package qiji.opportunity.life;

import java.util.List;
import qiji.platform.FieldFault;

/** What came of asking an opportunity to do something: the caller must look at every case. */
public sealed interface Outcome {
    /** It is so now. */
    record Changed(Opportunity opportunity) implements Outcome {}

    /** Gates on the way are not met; all that is missing. */
    record Blocked(List<UnmetGate> unmet) implements Outcome {}

    /** What is asked does not lead out of the status that it has. */
    record WrongStatus(OpportunityStatus status) implements Outcome {}

    /** What is asked lacks something, or does not fit. */
    record Faulty(List<FieldFault> faults) implements Outcome {}
}
