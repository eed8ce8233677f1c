package qiji.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.rule.RuleBook.HEADQUARTERS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import qiji.rule.RuleBook.Published;

/** Which edition holds where and when, and where and when a draft would have. [S10] [X7] */
class RuleBookTests {
    private static final String KIND = "colour";
    private static final long REGION = 1;
    private static final long BRANCH = 2;
    private static final long CENTER = 3;
    private static final long OTHER = 4;
    /** The branch lies below the region, the center below the branch; the other one stands beside. */
    private static final Map<Long, Long> ABOVE =
            Map.of(REGION, HEADQUARTERS, BRANCH, REGION, CENTER, BRANCH, OTHER, HEADQUARTERS);

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static Published of(long id, LocalDate day, @Nullable String body) {
        return new Published(id, (int) id, day, body, Instant.EPOCH);
    }

    private static RuleBook book(Map<Long, List<Published>> editions, String... locked) {
        return new RuleBook(Map.of(KIND, editions), Set.of(locked), ABOVE);
    }

    private static String at(RuleBook book, @Nullable Long department, LocalDate day) {
        Published held = book.at(KIND, department, day);
        return held == null || held.body() == null ? "shipped" : held.body();
    }

    @Test
    void holdsFromItsDayOn() {
        var book = book(Map.of(HEADQUARTERS, List.of(of(2, JUNE, "red"), of(1, MAY, "blue"))));
        assertThat(at(book, null, MAY.minusDays(1))).isEqualTo("shipped");
        assertThat(at(book, null, MAY)).isEqualTo("blue");
        assertThat(at(book, CENTER, JUNE.minusDays(1))).isEqualTo("blue");
        assertThat(at(book, CENTER, JUNE)).isEqualTo("red");
    }

    @Test
    void isThatOfTheNearestDepartment() {
        var book = book(Map.of(
                HEADQUARTERS, List.of(of(1, MAY, "hq")),
                REGION, List.of(of(2, MAY, "region")),
                BRANCH, List.of(of(3, JUNE, "branch"))));
        assertThat(at(book, CENTER, MAY)).as("the branch says nothing yet").isEqualTo("region");
        assertThat(at(book, CENTER, JUNE)).isEqualTo("branch");
        assertThat(at(book, REGION, JUNE)).isEqualTo("region");
        assertThat(at(book, OTHER, JUNE)).isEqualTo("hq");
        assertThat(at(book, null, JUNE)).isEqualTo("hq");
    }

    @Test
    void givesWayWhereItSaysNothing() {
        var book = book(Map.of(
                HEADQUARTERS, List.of(of(1, MAY, "hq")), REGION, List.of(of(3, JUNE, null), of(2, MAY, "region"))));
        assertThat(at(book, BRANCH, MAY)).isEqualTo("region");
        assertThat(at(book, BRANCH, JUNE)).isEqualTo("hq");
    }

    @Test
    void isThatOfHeadquartersWhereLocked() {
        Map<Long, List<Published>> editions =
                Map.of(HEADQUARTERS, List.of(of(1, JUNE, "hq")), REGION, List.of(of(2, MAY, "region")));
        assertThat(at(book(editions, KIND), CENTER, JUNE)).isEqualTo("hq");
        assertThat(at(book(editions, KIND), CENTER, MAY)).isEqualTo("shipped");
        assertThat(at(book(editions, "another"), CENTER, JUNE)).isEqualTo("region");
    }

    private static List<RuleStretch<String>> stretches(RuleBook book, long place, @Nullable String draft) {
        return new Stretches<String>(book, KIND, place, it -> it == null || it.body() == null ? "shipped" : it.body())
                .between(MAY, JUNE, draft);
    }

    @Test
    void changesWhatNoNearerOneHolds() {
        var book = book(Map.of(HEADQUARTERS, List.of(of(1, MAY, "hq")), BRANCH, List.of(of(3, JUNE, "branch"))));
        LocalDate end = JUNE.plusDays(1);
        assertThat(stretches(book, HEADQUARTERS, "new"))
                .containsExactly(
                        new RuleStretch<>(MAY, JUNE, true, Set.of(), "hq", "new"),
                        new RuleStretch<>(JUNE, end, true, Set.of(BRANCH, CENTER), "hq", "new"));
        assertThat(stretches(book, REGION, "new"))
                .containsExactly(
                        new RuleStretch<>(MAY, JUNE, false, Set.of(REGION, BRANCH, CENTER), "hq", "new"),
                        new RuleStretch<>(JUNE, end, false, Set.of(REGION), "hq", "new"));
    }

    @Test
    void wouldHaveGivenWay() {
        var book = book(Map.of(HEADQUARTERS, List.of(of(1, MAY, "hq")), BRANCH, List.of(of(3, MAY, "branch"))));
        assertThat(stretches(book, BRANCH, null))
                .first()
                .isEqualTo(new RuleStretch<>(MAY, JUNE.plusDays(1), false, Set.of(BRANCH, CENTER), "branch", "hq"));
    }
}
