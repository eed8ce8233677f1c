package qiji.opportunity.gate;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.Rows;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.UnmetGate.Kind;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.rule.TrialResult;
import qiji.rule.TrialResult.Changed;
import qiji.rule.TrialResult.Reason;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/**
 * Moves judged from what is kept of the past, beside what the gates themselves said at the moment of each: by the edition that it
 * went by, and by a draft. [X7] [D5]
 */
@ModuleTest
class GateTrialTests {
    private static final int MOVES = 120;

    @Autowired
    ApplicationContext beans;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    GateTrialQueries trials;

    @Autowired
    GateKeeper keeper;

    @Autowired
    Stages stages;

    /** What was missing when one moved, by what held and by the draft. */
    private record Move(
            long opportunity,
            long owner,
            @Nullable BigDecimal amount,
            Instant at,
            long from,
            long target,
            boolean compared,
            Set<GateCondition> before,
            Set<GateCondition> after) {
        boolean differs() {
            return compared && !before.equals(after);
        }

        String verdicts() {
            return told(before) + ">" + told(after);
        }

        private static String told(Set<GateCondition> missing) {
            return missing.isEmpty() ? GateChanges.PASSES : GateChanges.REFUSED;
        }
    }

    private final List<Move> moves = new ArrayList<>();
    private Random random = new Random();
    private GatePast past;
    private SomeGates gates;

    @BeforeEach
    void something() {
        past = new GatePast(beans, random, 0);
        gates = new SomeGates(beans, random);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void saysLaterWhatTheGatesWouldHaveSaidThen(long seed) {
        random = new Random(seed);
        moves.clear();
        List<Long> owners = List.of(sample.user("A"), sample.user("B"));
        gates = new SomeGates(beans, random);
        gates.publish();
        gates.publish();
        SalesProcess draft = gates.draft();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(new SampleOpportunities(beans).opportunity(owners.get(random.nextInt(2))));
        }
        past = new GatePast(beans, random, owners.getFirst());
        for (int i = 0; i < MOVES; i++) {
            move(ids.get(random.nextInt(ids.size())), draft);
        }
        Viewer all = SampleData.scoped(
                viewer(owners.getFirst(), "opportunity:read"), "opportunity", Scope.ofOwners(Set.copyOf(owners)));
        Viewer one = SampleData.scoped(all, "opportunity", Scope.ofOwners(Set.of(owners.getFirst())));
        Instant middle = moves.get(MOVES / 2).at();
        check(draft, all, Set.copyOf(owners), Instant.EPOCH, past.now());
        check(draft, one, Set.of(owners.getFirst()), Instant.EPOCH, past.now());
        check(draft, all, Set.copyOf(owners), middle, past.now());
        check(draft, all, Set.copyOf(owners), Instant.EPOCH, middle);
        assertThat(moves).as("something to find").anyMatch(Move::differs);
    }

    private void move(long id, SalesProcess draft) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            past.something(id, gates.newest());
        }
        boolean elsewhere = random.nextInt(8) == 0;
        Stage begin = elsewhere ? gates.elsewhere().first() : gates.any();
        jooq.update(OPPORTUNITY)
                .set(
                        OPPORTUNITY.PROCESS_ID,
                        elsewhere ? gates.elsewhere().key() : gates.newest().key())
                .set(OPPORTUNITY.EDITION_ID, elsewhere ? null : gates.edition())
                .set(OPPORTUNITY.STAGE_ID, begin.key())
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        OpportunityRecord row = past.row(id);
        SalesProcess then =
                elsewhere ? gates.newest() : stages.getProcess(gates.newest().key(), row.getEditionId());
        Stage target = gates.any();
        Set<GateCondition> before = missing(row, then, begin.key(), target.key());
        Set<GateCondition> after = missing(row, draft, begin.key(), target.key());
        Instant at = past.now();
        List<Long> entered = GateCondition.way(then, begin.key(), target.key()).stream()
                .map(Stage::key)
                .toList();
        past.move(id, begin.key(), target.key(), at, entered);
        boolean compared =
                draft.findStage(target.key()).filter(it -> !it.archived()).isPresent();
        moves.add(new Move(
                id,
                Objects.requireNonNull(row.getOwnerId()),
                row.getExpectedAmount(),
                at,
                begin.key(),
                target.key(),
                compared,
                before,
                after));
    }

    /** What the gates themselves say just now. */
    private Set<GateCondition> missing(OpportunityRecord row, SalesProcess process, long from, long target) {
        Stage into = process.findStage(target).orElse(null);
        if (into == null) {
            return Set.of();
        }
        Stage begin = process.findStage(from).orElseGet(process::first);
        GateFacts facts = keeper.factsOf(row, process, begin, into);
        return facts.unmet(process, begin, into, Rows.validity(row)).stream()
                .map(unmet -> new GateCondition(
                        unmet.kind(),
                        unmet.item(),
                        unmet.kind() == Kind.KEY_ACTION
                                ? process.before(process.findStage(unmet.stageId())
                                                .orElseThrow())
                                        .orElseThrow()
                                        .key()
                                : 0))
                .collect(Collectors.toSet());
    }

    private void check(SalesProcess draft, Viewer viewer, Set<Long> seen, Instant from, Instant until) {
        GateComparison compared = GateComparison.of(
                stages.editions(gates.newest().key()),
                draft,
                gates.elsewhere().stages().stream().map(Stage::key).toList());
        TrialResult found = new GateChanges(compared)
                .of(
                        trials.differing(gates.newest().key(), compared, from, until, viewer),
                        trials.judged(compared, from, until, viewer));
        List<Move> differing = moves.stream()
                .filter(Move::differs)
                .filter(it -> seen.contains(it.owner()))
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                .toList();
        Map<Long, Move> last = new HashMap<>();
        differing.forEach(it -> last.put(it.opportunity(), it));
        assertThat(found.records())
                .extracting(it -> it.id() + " " + it.from() + ">" + it.to() + " " + told(it) + " " + it.ownerId())
                .containsExactlyInAnyOrderElementsOf(last.values().stream()
                        .map(it -> it.opportunity() + " " + it.verdicts() + " " + told(it) + " " + it.owner())
                        .toList());
        assertThat(found.changed()).isEqualTo(last.size());
        assertThat(found.owners().stream().mapToLong(TrialResult.Owner::count).sum())
                .isEqualTo(last.size());
        BigDecimal amount = last.values().stream()
                .map(it -> Objects.requireNonNullElse(it.amount(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(found.amount()).isEqualByComparingTo(amount);
        TrialResult.Steps steps = Objects.requireNonNull(found.steps());
        steps(steps, differing);
        Set<List<Long>> ways = compared.routes().stream()
                .map(route -> List.of(route.from(), route.target()))
                .collect(Collectors.toSet());
        assertThat(steps.judged())
                .as("all on ways where the draft asks otherwise")
                .isEqualTo(moves.stream()
                        .filter(it -> seen.contains(it.owner()))
                        .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                        .filter(it -> ways.contains(List.of(it.from(), it.target())))
                        .count());
    }

    private static void steps(TrialResult.Steps steps, List<Move> differing) {
        assertThat(steps.changed()).isEqualTo(differing.size());
        assertThat(steps.refused())
                .isEqualTo(
                        differing.stream().filter(it -> it.before().isEmpty()).count());
        Set<String> codes = new HashSet<>();
        differing.forEach(it -> {
            codes.addAll(difference(it.after(), it.before()));
            codes.addAll(difference(it.before(), it.after()));
        });
        assertThat(steps.reasons())
                .containsExactlyInAnyOrderElementsOf(codes.stream()
                        .map(code -> new Reason(
                                code,
                                differing.stream()
                                        .filter(it -> difference(it.after(), it.before())
                                                .contains(code))
                                        .count(),
                                differing.stream()
                                        .filter(it -> difference(it.before(), it.after())
                                                .contains(code))
                                        .count()))
                        .toList());
    }

    private static List<String> difference(Set<GateCondition> some, Set<GateCondition> others) {
        return some.stream()
                .filter(it -> !others.contains(it))
                .map(GateCondition::code)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String told(Move move) {
        return difference(move.after(), move.before()) + " " + difference(move.before(), move.after());
    }

    private static String told(Changed record) {
        return Objects.requireNonNull(record.added()).stream().sorted().toList() + " "
                + Objects.requireNonNull(record.removed()).stream().sorted().toList();
    }
}
