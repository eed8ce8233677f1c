package qiji.opportunity.life;

import static qiji.opportunity.life.Opportunity.demand;
import static qiji.opportunity.life.Opportunity.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** Puts an opportunity under another edition of its process, or under another process: the rules of it. [D5] */
public final class Reroute {
    private Reroute() {}

    /** Goes on in its stage, else in the last one before that is in use there. */
    public static Outcome follow(Opportunity it, SalesProcess edition, Instant now) {
        Stage to = edition.findStage(it.stage().key())
                .filter(same -> !same.archived() && !same.isFinal())
                .or(() -> edition.before(it.stage()).filter(before -> !before.isFinal()))
                .orElse(edition.first());
        return it.judged(!it.status().isClosed(), List.of(), List.of(), () -> under(it, edition, to, now));
    }

    /** Into another process, there into {@code target} if all gates up to it are met, null for its first stage. */
    public static Outcome change(
            Opportunity it,
            SalesProcess other,
            @Nullable Stage target,
            @Nullable String reason,
            GateFacts facts,
            Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        demand(reason, "reason", faults);
        if (other.key() == it.process().key()) {
            faults.add(fault("processId", "same", "已经是这个流程", "It is in this process already"));
        } else if (other.archived()) {
            faults.add(fault("processId", "archived", "流程已停用", "The process is archived"));
        }
        boolean open = it.status() == OpportunityStatus.OPEN;
        Stage to = target == null ? other.first() : target;
        if (other.findStage(to.key()).isEmpty() || to.archived() || to.isFinal()) {
            faults.add(fault("stageId", "unknown", "该流程中没有这个阶段", "The process has no such stage in use"));
            return it.judged(open, faults, List.of(), () -> it);
        }
        return it.judged(
                open, faults, facts.unmet(other, other.first(), to, it.validity()), () -> under(it, other, to, now));
    }

    private static Opportunity under(Opportunity it, SalesProcess other, Stage to, Instant now) {
        return new Opportunity(
                it.id(),
                it.version(),
                other,
                to,
                to.key() == it.stage().key() ? it.stageEnteredAt() : now,
                it.status(),
                it.statusAt(),
                it.openedOn(),
                it.wakeUpOn(),
                it.validity(),
                it.closing());
    }
}
