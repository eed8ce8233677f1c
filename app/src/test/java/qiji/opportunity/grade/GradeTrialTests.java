package qiji.opportunity.grade;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.grade.GradeRule.Limits;
import qiji.opportunity.trial.Span;
import qiji.rule.TrialResult;
import qiji.rule.TrialResult.Changed;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What another rule would have made of versions, beside a plain-Java account of them. [X7] [D3] */
@ModuleTest
class GradeTrialTests {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    GradeTrialQueries trials;

    @Autowired
    ApplicationContext beans;

    /** How one opportunity stood from one moment on. */
    private record Version(
            Instant from,
            long owner,
            @Nullable Long department,
            boolean running,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal budget,
            @Nullable Integer lines) {}

    private final Map<Long, List<Version>> past = new HashMap<>();
    private final List<Long> owners = new ArrayList<>();
    private final List<@Nullable Long> departments = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isWhatJavaSaysOfEachVersion(long seed) {
        Random random = new Random(seed);
        past.clear();
        owners.clear();
        departments.clear();
        for (int i = 0; i < 3; i++) {
            owners.add(sample.user("Owner"));
            departments.add(sample.department("Department"));
        }
        departments.add(null);
        List<Instant> moments = new ArrayList<>(List.of(now()));
        for (int round = 0; round < 4; round++) {
            grow(random);
            moments.add(now());
        }
        Viewer all = SampleData.scoped(
                SampleData.viewer(owners.getFirst(), "opportunity:read"),
                "opportunity",
                Scope.ofOwners(Set.copyOf(owners)));
        Viewer one = SampleData.scoped(all, "opportunity", Scope.ofOwners(Set.of(owners.getFirst())));
        for (int i = 0; i < 12; i++) {
            List<Span<GradeRule>> spans = spans(random, moments);
            check(spans, all, Set.copyOf(owners));
            check(spans, one, Set.of(owners.getFirst()));
        }
    }

    private void grow(Random random) {
        for (int i = 0; i < 8; i++) {
            long id = new SampleOpportunities(beans)
                    .opportunity(owners.getFirst(), row -> row.setDepartmentId(departments.getFirst()));
            past.put(
                    id,
                    new ArrayList<>(List.of(new Version(
                            since(id), owners.getFirst(), departments.getFirst(), true, null, null, null))));
        }
        writing.by(Viewer.system("test"));
        past.forEach((id, versions) -> {
            if (random.nextInt(3) > 0) {
                versions.add(write(id, random));
            }
        });
    }

    private Version write(long id, Random random) {
        boolean running = random.nextInt(4) > 0;
        boolean deferred = running && random.nextInt(4) == 0;
        var to = new Version(
                Instant.EPOCH,
                owners.get(random.nextInt(owners.size())),
                departments.get(random.nextInt(departments.size())),
                running,
                amount(random),
                amount(random),
                random.nextInt(3) == 0 ? null : random.nextInt(3, 8));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, to.owner)
                .set(OPPORTUNITY.DEPARTMENT_ID, to.department)
                .set(OPPORTUNITY.STATUS, running ? (deferred ? "DEFERRED" : "OPEN") : "ABANDONED")
                .set(OPPORTUNITY.CLOSED_ON, running ? null : LocalDate.EPOCH)
                .set(OPPORTUNITY.WAKE_UP_ON, deferred ? DAY : null)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, to.expected)
                .set(OPPORTUNITY.CUSTOMER_BUDGET, to.budget)
                .set(OPPORTUNITY.LINE_COUNT, to.lines)
                .set(OPPORTUNITY.NEXT_STEP, SampleData.unique("step")) // so that it is a version in any case
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        return new Version(since(id), to.owner, to.department, running, to.expected, to.budget, to.lines);
    }

    private static @Nullable BigDecimal amount(Random random) {
        return random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(0, 26) * 1_000_000L, 2);
    }

    private List<Span<GradeRule>> spans(Random random, List<Instant> moments) {
        int first = random.nextInt(moments.size() - 1);
        int last = random.nextInt(first + 1, moments.size());
        List<Span<GradeRule>> spans = new ArrayList<>();
        boolean elsewhere = random.nextBoolean();
        Set<Long> some = new HashSet<>();
        departments.stream().filter(it -> it != null && random.nextInt(3) == 0).forEach(some::add);
        GradeRule draft = rule(random);
        for (int i = first; i < last; i++) {
            if (i == first || random.nextBoolean()) {
                spans.add(new Span<>(moments.get(i), moments.get(i + 1), elsewhere, some, rule(random), draft));
            } else {
                Span<GradeRule> open = spans.removeLast();
                spans.add(new Span<>(open.from(), moments.get(i + 1), elsewhere, some, open.before(), draft));
            }
        }
        return spans;
    }

    private static GradeRule rule(Random random) {
        BigDecimal ordinary = BigDecimal.valueOf(random.nextInt(1, 9) * 10_000L);
        BigDecimal important = ordinary.add(BigDecimal.valueOf(random.nextInt(1, 9) * 10_000L));
        return new GradeRule(
                GradeBasis.values()[random.nextInt(4)],
                new Limits(ordinary, important, important.add(BigDecimal.valueOf(random.nextInt(1, 9) * 10_000L))),
                random.nextInt(4, 8),
                GradeRule.shipped().confirmedBy(),
                null,
                null,
                null,
                null);
    }

    private void check(List<Span<GradeRule>> spans, Viewer viewer, Set<Long> seen) {
        Map<Long, Changed> expected = new HashMap<>();
        past.forEach((id, versions) -> {
            if (seen.contains(versions.getLast().owner)) {
                spans.forEach(span -> changed(id, versions, span, expected));
            }
        });
        TrialResult found = trials.run(spans, viewer);
        assertThat(found.records()).containsExactlyInAnyOrderElementsOf(expected.values());
        assertThat(found.changed()).isEqualTo(expected.size());
        assertThat(found.amount()).isEqualByComparingTo(sum(expected.values()));
        Map<String, List<Changed>> moves =
                expected.values().stream().collect(Collectors.groupingBy(it -> it.from() + it.to()));
        assertThat(found.cells()).hasSameSizeAs(moves.keySet()).allSatisfy(cell -> {
            List<Changed> moved = moves.getOrDefault(cell.from() + cell.to(), List.of());
            assertThat(cell.count()).isEqualTo(moved.size());
            assertThat(cell.amount()).isEqualByComparingTo(sum(moved));
        });
        assertThat(found.owners().stream().mapToLong(TrialResult.Owner::count).sum())
                .isEqualTo(expected.size());
    }

    private static BigDecimal sum(Iterable<Changed> all) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Changed one : all) {
            sum = one.amount() == null ? sum : sum.add(one.amount());
        }
        return sum;
    }

    /** Of each span the last version that differs; of the spans the last. */
    private static void changed(long id, List<Version> versions, Span<GradeRule> span, Map<Long, Changed> into) {
        for (int i = 0; i < versions.size(); i++) {
            Version v = versions.get(i);
            boolean ended = i + 1 < versions.size() && !versions.get(i + 1).from.isAfter(span.from());
            boolean there = v.department == null
                    ? span.isElsewhere()
                    : span.departments().contains(v.department) != span.isElsewhere();
            String before = told(span.before().grade(v.expected, v.budget, v.lines));
            String after = told(span.after().grade(v.expected, v.budget, v.lines));
            if (v.running && there && !ended && v.from.isBefore(span.until()) && !before.equals(after)) {
                into.put(id, new Changed(id, before, after, v.expected, v.owner));
            }
        }
    }

    private static String told(@Nullable Grade grade) {
        return grade == null ? GradeTrialQueries.NONE : grade.name();
    }

    private Instant since(long id) {
        return jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(id)).getValidFrom();
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }
}
