package qiji.opportunity.move;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject;
import qiji.approval.Approvals;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.HearsEndings;
import qiji.opportunity.Held;
import qiji.opportunity.Matters;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.Grade;
import qiji.platform.Problem;
import qiji.platform.Words;

/** An opportunity is abandoned when its director approves; until then, and if not, it goes on. [D9 D12] */
@Component
class Abandonment implements ApprovalSubject, HearsEndings {
    static final String KIND = "abandonment";

    /** What the director decides by. */
    private static final List<String> FIELDS = List.of(
            "name",
            "customer",
            "owner",
            "department",
            "stage",
            "status",
            "expectedAmount",
            "committedAmount",
            "expectedSignOn",
            "lastFollowUpAt");

    private final OpportunityStore store;
    private final Matters matters;
    private final FieldLabels labels;
    // Asked for late: this is one of them.
    private final ObjectProvider<HearsEndings> hearers;
    private final Approvals approvals;
    private final Clock clock;

    Abandonment(
            OpportunityStore store,
            Matters matters,
            FieldLabels labels,
            ObjectProvider<HearsEndings> hearers,
            Approvals approvals,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.labels = labels;
        this.hearers = hearers;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Words words() {
        return Words.of("放弃商机", "Abandon an opportunity");
    }

    /** The reason is kept as a field of the opportunity once it is abandoned. */
    @Override
    public Optional<String> noteField() {
        return Optional.of("closingNote");
    }

    @Override
    public List<Words> reasons() {
        return Matters.ENDINGS;
    }

    @Override
    public Map<String, Words> grades() {
        return Grade.byCode();
    }

    /** Who may not read amounts reads no grade either. */
    @Override
    public boolean mayReadChain(Viewer viewer) {
        return labels.mayRead("grade", viewer);
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        return matters.of(id, FIELDS, viewer);
    }

    /** What has ended otherwise is not abandoned. */
    @Override
    public void ended(long opportunityId, Words how, Viewer viewer) {
        approvals.cancel(KIND, opportunityId, how.here(), viewer);
    }

    @Override
    public void lock(long id) {
        store.lock(id, Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        if (decision.outcome() != Outcome.APPROVED) {
            return;
        }
        Held held = store.lock(id, Viewer.system("approval"));
        switch (held.opportunity().abandon(decision.note(), clock.instant())) {
            case qiji.opportunity.life.Outcome.Changed(var after) -> {
                hearers.stream()
                        .filter(hearer -> hearer != this)
                        .forEach(hearer -> hearer.ended(id, after.status().words(), decider));
                store.save(held, after, decider, null);
            }
            case qiji.opportunity.life.Outcome.Refused refused ->
                throw new Problem(OpportunityProblem.STATUS_FORBIDS)
                        .with("opportunityStatus", Objects.requireNonNull(refused.wrongStatus()));
        }
    }
}
