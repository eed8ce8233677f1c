package qiji.records.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import qiji.records.recent.Expected.Way;
import qiji.records.recent.RecentStore.Spread;

/** Which way to the newest thousand is taken, by how many match. X1 */
class ExpectedTests {
    private static final Field<Long> ID = DSL.field("id", SQLDataType.BIGINT);
    private static final String[] PERCENTS =
            IntStream.rangeClosed(0, 100).mapToObj(Integer::toString).toArray(String[]::new);

    private static Since enough(double rows, double matches) {
        return expected(rows, matches).enough(1000);
    }

    private static Expected expected(double rows, double matches) {
        return new Expected(ID, new Spread(rows, PERCENTS, Instant.MAX), matches);
    }

    @Test
    void allAreLookedUpWhereFewMatch() {
        assertThat(enough(1e6, 100)).isEqualTo(Since.EVER);
        assertThat(enough(1e6, 1200)).isEqualTo(Since.EVER);
    }

    /** To read the index of time would take longer than to look all of them up. */
    @Test
    void allAreLookedUpOfAnEvenLongerList() {
        assertThat(enough(5.4e6, 11_000)).isEqualTo(Since.EVER);
        assertThat(enough(5.4e6, 50_000).bound()).isEqualTo("97");
    }

    @Test
    void thoseOfATimeThatIsLongEnoughWhereMoreMatch() {
        assertThat(enough(1e6, 12_000).bound()).isEqualTo("90");
        assertThat(enough(1e6, 40_000).bound()).isEqualTo("97");
    }

    @Test
    void rowsAreWalkedWhereManyMatch() {
        assertThat(enough(1e6, 300_000)).isEqualTo(Since.EVER);
        assertThat(expected(1e6, 300_000).isFrequent(1000)).isTrue();
        assertThat(expected(1e6, 60_000).isFrequent(1000)).isFalse();
        assertThat(expected(1e5, 20_000).isFrequent(1000)).isFalse();
    }

    @Test
    void allAreLookedUpWhereNothingIsKnown() {
        Expected nothing = new Expected(ID, new Spread(0, new String[0], Instant.MAX), 0);
        assertThat(nothing.enough(1000)).isEqualTo(Since.EVER);
        assertThat(nothing.isFrequent(1000)).isFalse();
        assertThat(enough(1e6, 0)).isEqualTo(Since.EVER);
    }

    @Test
    void isSaidInTwoWays() {
        Since since = enough(1e6, 40_000);
        assertThat(since.here()).hasToString("id >= cast('97' as bigint)");
        assertThat(since.there()).hasToString("cast('97' as bigint) <= id");
        assertThat(Since.EVER.here()).isEqualTo(DSL.noCondition());
    }

    /** [X1] Five rows or so are about each record that is seen. */
    @Test
    void takesTheWayOfLeastWorkToWhatIsAboutOtherRecords() {
        assertThat(expected(5e6, 200_000).way(1_200_000, 200)).isEqualTo(Way.WALKED);
        assertThat(expected(5e6, 200_000).way(16_000, 200)).isEqualTo(Way.ABOUT_EACH);
        assertThat(expected(5e5, 20_000).way(12_000, 200)).isEqualTo(Way.LOOKED_UP);
        assertThat(expected(5e6, 10_000).way(1_200_000, 200)).isEqualTo(Way.LOOKED_UP);
        assertThat(expected(5e6, 200_000).way(0, 200)).isEqualTo(Way.ABOUT_EACH);
        assertThat(expected(5e6, 5_000).isMany()).isFalse();
    }

    /** [X1] Of 200,000 of 5 million rows 3,200 are about 16,000 records, so 200 of them in a sixteenth of the time, or in twice that. */
    @Test
    void looksNoFurtherBackThanTwiceAsFarAsEnoughShouldMatch() {
        assertThat(expected(5e6, 200_000).enoughAbout(16_000, 200).bound()).isEqualTo("87");
        assertThat(expected(5e6, 200_000).enoughAbout(1_000, 200)).isEqualTo(Since.EVER);
        assertThat(expected(5e6, 200_000).enoughAbout(0, 200)).isEqualTo(Since.EVER);
    }
}
