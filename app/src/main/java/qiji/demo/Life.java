package qiji.demo;

import static qiji.demo.OpportunityColumn.CHANGED_BY;
import static qiji.demo.OpportunityColumn.REASON;
import static qiji.demo.OpportunityColumn.VALID_FROM;
import static qiji.demo.OpportunityColumn.VERSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import qiji.demo.client.Client;
import qiji.demo.company.Staff;

/** All that ever happened to one opportunity: its versions, its stays in stages, and what belongs to it. */
final class Life {
    /** A version that held until another came. */
    record Old(Map<OpportunityColumn, @Nullable Object> state, Instant until, long endedBy) {}

    record Visit(
            long stageId,
            Instant enteredAt,
            @Nullable Instant leftAt,
            long by,
            @Nullable String reason) {}

    /** What was offered from then on. */
    record Offered(Basket basket, Instant from, long by) {}

    record Member(long userId, String role, Instant from, long by) {}

    record Involved(long contactId, String role, Instant from, long by) {}

    record Done(long stageId, String action, Instant from, long by) {}

    record FollowUp(
            String kind,
            String subject,
            String content,
            @Nullable String outcome,
            Instant at,
            Staff owner,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn) {}

    private final Client client;
    private final Map<OpportunityColumn, @Nullable Object> state = new EnumMap<>(OpportunityColumn.class);
    private final List<Old> old = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    final List<Offered> offers = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Involved> contacts = new ArrayList<>();
    final List<Done> done = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();

    Life(Client client) {
        this.client = client;
    }

    Client client() {
        return client;
    }

    /** The version that holds now. */
    Map<OpportunityColumn, @Nullable Object> state() {
        return state;
    }

    List<Old> old() {
        return old;
    }

    List<Visit> visits() {
        return visits;
    }

    @Nullable
    Object get(OpportunityColumn column) {
        return state.get(column);
    }

    Instant since() {
        return (Instant) java.util.Objects.requireNonNull(state.get(VALID_FROM));
    }

    /** A new version from {@code at} on, or right after the one before. The moment of it. */
    Instant turn(
            Instant at, long by, @Nullable String reason, Consumer<Map<OpportunityColumn, @Nullable Object>> change) {
        Instant moment = at.isAfter(since()) ? at : since().plusMillis(1);
        old.add(new Old(new EnumMap<>(state), moment, by));
        state.merge(VERSION, 1, (before, one) -> (Integer) before + (Integer) one);
        state.put(VALID_FROM, moment);
        state.put(CHANGED_BY, by);
        state.put(REASON, reason);
        change.accept(state);
        return moment;
    }

    /** Ends the stay in the stage before, if there was one, and begins one. */
    void enter(long stageId, Instant at, long by, @Nullable String reason) {
        if (!visits.isEmpty()) {
            Visit last = visits.removeLast();
            visits.add(new Visit(last.stageId(), last.enteredAt(), at, last.by(), last.reason()));
        }
        visits.add(new Visit(stageId, at, null, by, reason));
    }
}
