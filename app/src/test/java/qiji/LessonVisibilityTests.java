package qiji;

import static db.opportunity.Tables.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.opportunity.lesson.LessonSights;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/**
 * In companies of chance, lessons are seen as the rule says in plain Java: by who sees their opportunity, and once published
 * by all, unless that one is confidential; whether they are found or asked one by one. [A3 A4 D12]
 */
@ModuleTest
class LessonVisibilityTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Viewers viewers;

    @Autowired
    SampleData sample;

    private List<RandomCompany.Deal> deals = List.of();
    private Set<Long> published = Set.of();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameFoundAndAskedOneByOne(long seed) {
        RandomCompany company = new RandomCompany(jooq, writing, seed).found();
        deals = company.deals;
        published = deals.stream()
                .map(RandomCompany.Deal::id)
                .filter(_ -> company.random.nextInt(3) == 0)
                .collect(Collectors.toSet());
        publish(company.users.getFirst());
        for (long user : company.users) {
            Viewer viewer = viewers.find(user).orElseThrow();
            check(
                    viewer,
                    deals.stream()
                            .filter(deal -> company.sees(user, deal) || isPublic(deal))
                            .collect(Collectors.toSet()));
            check(with(viewer, Set.of("lesson:read")), publicOnes());
            check(SampleData.hiding(viewer, "opportunity.lesson"), Set.of());
        }
        check(SampleData.viewer(sample.user("Stranger"), "lesson:read"), publicOnes());
        assertThat(publicOnes().size()).as("some of those published are secret").isBetween(1, published.size() - 1);
    }

    private void check(Viewer viewer, Set<RandomCompany.Deal> expected) {
        Set<Long> ids = expected.stream().map(RandomCompany.Deal::id).collect(Collectors.toSet());
        assertThat(ours(LessonSights.found(viewer))).as("found").isEqualTo(ids);
        assertThat(ours(LessonSights.askedOfEach(viewer))).as("asked of each").isEqualTo(ids);
    }

    private Set<RandomCompany.Deal> publicOnes() {
        return deals.stream().filter(this::isPublic).collect(Collectors.toSet());
    }

    private boolean isPublic(RandomCompany.Deal deal) {
        return published.contains(deal.id()) && !deal.confidential();
    }

    private void publish(long by) {
        jooq.update(LESSON)
                .set(LESSON.PUBLISHED_AT, Instant.now())
                .set(LESSON.PUBLISHED_BY, by)
                .where(LESSON.OPPORTUNITY_ID.in(published))
                .execute();
    }

    /** The opportunities of this company whose lessons are seen. */
    private Set<Long> ours(Condition seen) {
        List<Long> all = deals.stream().map(RandomCompany.Deal::id).toList();
        return jooq.select(LESSON.OPPORTUNITY_ID)
                .from(LESSON)
                .where(LESSON.OPPORTUNITY_ID.in(all))
                .and(seen)
                .fetchSet(LESSON.OPPORTUNITY_ID);
    }

    private static Viewer with(Viewer viewer, Set<String> permissions) {
        return new Viewer(
                viewer.userId(), viewer.departmentId(), viewer.name(), permissions, viewer.scopes(), Map.of(), false);
    }
}
