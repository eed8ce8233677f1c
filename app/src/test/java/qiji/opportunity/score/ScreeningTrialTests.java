package qiji.opportunity.score;

import static db.opportunity.Tables.ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.trial.Span;
import qiji.platform.Time;
import qiji.rule.RuleStretch;
import qiji.rule.TrialResult;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What another rule of screening would have made of approved scores, beside a plain-Java account of them. [X7] [D6] */
@ModuleTest
class ScreeningTrialTests {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 40;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    ScreeningTrialQueries trials;

    @Autowired
    ApplicationContext beans;

    private record Approved(
            long opportunity, long owner, @Nullable Long department, Instant at, BigDecimal score) {}

    private final List<Approved> all = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWhatJavaSaysOfEachScore(long seed) {
        Random random = new Random(seed);
        all.clear();
        List<Long> owners = List.of(sample.user("A"), sample.user("B"));
        List<@Nullable Long> departments = new ArrayList<>(List.of(sample.department("X"), sample.department("Y")));
        departments.add(null);
        for (int i = 0; i < 30; i++) {
            approve(random, owners.get(random.nextInt(2)), departments.get(random.nextInt(3)));
        }
        Viewer both = SampleData.scoped(
                SampleData.viewer(owners.getFirst(), "opportunity:read"),
                "opportunity",
                Scope.ofOwners(Set.copyOf(owners)));
        Viewer one = SampleData.scoped(both, "opportunity", Scope.ofOwners(Set.of(owners.getFirst())));
        for (int i = 0; i < 10; i++) {
            List<RuleStretch<ScreeningRule>> stretches = stretches(random, departments);
            check(stretches, both, Set.copyOf(owners));
            check(stretches, one, Set.of(owners.getFirst()));
        }
    }

    private void approve(Random random, long owner, @Nullable Long department) {
        long id = new SampleOpportunities(beans).opportunity(owner, row -> row.setDepartmentId(department));
        writing.by(Viewer.system("test"));
        for (int number = 1; number <= random.nextInt(1, 4); number++) {
            BigDecimal score = BigDecimal.valueOf(random.nextInt(0, 401), 0).divide(BigDecimal.valueOf(4));
            Instant at = FIRST.plusDays(random.nextInt(DAYS))
                    .atTime(random.nextInt(24), number)
                    .atZone(Time.ZONE)
                    .toInstant();
            jooq.insertInto(ASSESSMENT)
                    .set(ASSESSMENT.OPPORTUNITY_ID, id)
                    .set(ASSESSMENT.NUMBER, number)
                    .set(ASSESSMENT.CARD, JSONB.valueOf("{}"))
                    .set(ASSESSMENT.STATE, "APPROVED")
                    .set(ASSESSMENT.SCORE, score)
                    .set(ASSESSMENT.SCREENED, "NORMAL")
                    .set(ASSESSMENT.DIRECTION, "NORMAL")
                    .set(ASSESSMENT.DECIDED_AT, at)
                    .set(ASSESSMENT.CREATED_BY, owner)
                    .execute();
            all.add(new Approved(id, owner, department, at, score));
        }
    }

    private static List<RuleStretch<ScreeningRule>> stretches(Random random, List<@Nullable Long> departments) {
        Set<Long> some = new HashSet<>();
        departments.stream().filter(it -> it != null && random.nextBoolean()).forEach(some::add);
        boolean elsewhere = random.nextBoolean();
        ScreeningRule draft = rule(random);
        List<RuleStretch<ScreeningRule>> stretches = new ArrayList<>();
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS / 2));
        for (int i = 0; i < 2; i++) {
            LocalDate until = from.plusDays(random.nextInt(1, DAYS / 2));
            stretches.add(new RuleStretch<>(from, until, elsewhere, some, rule(random), draft));
            from = until;
        }
        return stretches;
    }

    private static ScreeningRule rule(Random random) {
        int defer = random.nextInt(10, 50);
        int normal = random.nextInt(defer + 1, 80);
        return new ScreeningRule(
                BigDecimal.valueOf(random.nextInt(normal + 1, 101)),
                BigDecimal.valueOf(normal),
                BigDecimal.valueOf(defer));
    }

    private void check(List<RuleStretch<ScreeningRule>> stretches, Viewer viewer, Set<Long> seen) {
        Map<Long, String> expected = new HashMap<>();
        all.stream()
                .filter(it -> seen.contains(it.owner))
                .sorted(Comparator.comparing(Approved::at))
                .forEach(it -> stretches.stream()
                        .filter(stretch -> holds(stretch, it))
                        .filter(stretch -> stretch.before().screen(it.score)
                                != stretch.after().screen(it.score))
                        .forEach(stretch -> expected.put(
                                it.opportunity,
                                stretch.before().screen(it.score) + ">"
                                        + stretch.after().screen(it.score))));
        TrialResult found = trials.run(Span.of(stretches), viewer);
        Map<Long, String> told = new HashMap<>();
        found.records().forEach(it -> told.put(it.id(), it.from() + ">" + it.to()));
        assertThat(told).isEqualTo(expected);
        assertThat(found.changed()).isEqualTo(expected.size());
        assertThat(found.cells().stream().mapToLong(TrialResult.Cell::count).sum())
                .isEqualTo(expected.size());
    }

    private static boolean holds(RuleStretch<ScreeningRule> stretch, Approved it) {
        LocalDate day = LocalDate.ofInstant(it.at, Time.ZONE);
        boolean there = it.department != null && stretch.departments().contains(it.department);
        return !day.isBefore(stretch.from()) && day.isBefore(stretch.until()) && there != stretch.isElsewhere();
    }
}
