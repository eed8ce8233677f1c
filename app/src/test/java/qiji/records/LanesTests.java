package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.records.lanes.Lanes;
import qiji.testing.ModuleTest;

/** What is laid out in lanes is what is listed: each record in one lane, each lane's numbers those of its rows. X2 */
@ModuleTest
class LanesTests {
    private static final Viewer VIEWER = SampleRecords.viewer("sample:read");

    @Autowired
    DSLContext jooq;

    @Autowired
    Records records;

    @Autowired
    Lanes lanes;

    @BeforeEach
    void fill() {
        SampleRecords.fill(jooq, new Random(5), 60);
    }

    private Lanes.Laid lay(String by, @Nullable String filter) {
        return lay(by, filter, 200);
    }

    private Lanes.Laid lay(String by, @Nullable String filter, int limit) {
        var wish = new Lanes.Wish(by, filter, "name", List.of("amount"), List.of("amount"), limit, null);
        return lanes.lay(SampleRecords.TYPE, wish, VIEWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color",
                "flag",
                "parent.color",
                "twin.flag",
                "day",
                "day:day",
                "day:quarter",
                "moment:month",
                "moment:year",
                "parent.day:month"
            })
    void holdEachRecordOnceWithNumbersOfTheirRows(String by) {
        RandomFilters filters = new RandomFilters(new Random(by.hashCode()));
        for (int i = 0; i < 20; i++) {
            String filter = i == 0 ? null : filters.next();
            List<String> found = new ArrayList<>();
            for (Lanes.Lane lane : lay(by, filter).lanes()) {
                assertThat(lane.rows()).as(by + " " + lane.key()).hasSize((int) lane.count());
                lane.rows().forEach(row -> found.add(String.valueOf(row.get("id"))));
                BigDecimal sum = lane.rows().stream()
                        .map(row -> (BigDecimal) row.get("amount"))
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal::add)
                        .orElse(null);
                assertThat(lane.sums().get("amount")).isEqualTo(sum);
                assertThat(records.query(SampleRecords.TYPE, VIEWER)
                                .where(lane.filter())
                                .count()
                                .count())
                        .as("what the lane says of itself")
                        .isEqualTo((int) lane.count());
            }
            List<String> listed = records.query(SampleRecords.TYPE, VIEWER).where(filter).ids(1000).stream()
                    .map(id -> Long.toString(id))
                    .toList();
            assertThat(found).as(by).containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "2, 42"})
    void tellWhatLiesBeyondThem(int limit, int most) {
        jooq.execute("""
                insert into sample_record (id, name, amount, flag, parent_id, department_id, owner_id)
                select id, 'n' || id, id, id % 3 = 0, id, 1, 1 from generate_series(1001, 2100) id
                """);
        RandomFilters filters = new RandomFilters(new Random(limit));
        for (int i = 0; i < 30; i++) {
            String filter = i == 0 ? null : filters.next();
            Lanes.Laid laid = lay("parent", filter, limit);
            RecordQuery all = records.query(SampleRecords.TYPE, VIEWER).where(filter);
            Aggregates.Total rest = laid.rest() == null ? new Aggregates.Total(0, 0, Map.of()) : laid.rest();

            assertThat(laid.lanes()).hasSizeLessThanOrEqualTo(most);
            assertThat(laid.more()).isEqualTo(rest.groups() > 0);
            assertThat(laid.more()).isEqualTo(rest.count() > 0);
            assertThat(laid.lanes().stream().mapToLong(Lanes.Lane::count).sum() + rest.count())
                    .as(filter)
                    .isEqualTo(all.count().count());
            assertThat(Stream.concat(laid.lanes().stream().map(Lanes.Lane::sums), Stream.of(rest.sums()))
                            .map(sums -> sums.get("amount"))
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(filter)
                    .isEqualByComparingTo(Objects.requireNonNullElse(
                            all.sums(List.of("amount")).get("amount"), BigDecimal.ZERO));
        }
        Lanes.Laid whole = lay("parent", null, limit);
        assertThat(whole.lanes()).hasSize(most);
        assertThat(most + Objects.requireNonNull(whole.rest()).groups())
                .isEqualTo(jooq.fetchCount(
                        DSL.selectDistinct(DSL.field("parent_id")).from("sample_record")));
    }

    @Test
    void standInTheOrderOfWhatTheyAreCalled() {
        jooq.execute("""
                delete from sample_record;
                insert into sample_record (id, name, amount, department_id, owner_id)
                values (9, '张江', 3, 1, 1), (10, '白云', 1, 1, 1), (100, '李沧', 2, 1, 1), (101, '白云', 9, 1, 1);
                insert into sample_record (id, name, parent_id, twin_id, day, department_id, owner_id)
                select 1000 + id, 'n', id, id, date '2026-01-01' + id::integer, 1, 1 from sample_record
                """);
        assertThat(lay("parent", null, 0).lanes())
                .extracting(Lanes.Lane::key)
                .containsExactly("10", "101", "100", "9", null);
        assertThat(lay("twin", null, 0).lanes())
                .as("by their own order")
                .extracting(Lanes.Lane::key)
                .containsExactly("10", "100", "9", "101", null);
        assertThat(lay("day:day", null, 0).lanes())
                .extracting(Lanes.Lane::key)
                .containsExactly("2026-01-10", "2026-01-11", "2026-04-11", "2026-04-12", null);
    }

    @Test
    void areTheLargestWhereThereAreTooMany() {
        jooq.execute("""
                delete from sample_record;
                insert into sample_record (id, name, amount, parent_id, department_id, owner_id)
                select id, 'n' || id, 1, id, 1, 1 from generate_series(1, 1100) id
                union all select 2000, 'zz', 1, 2000, 1, 1 union all select 2001, 'zz', 1, 2000, 1, 1
                """);
        Lanes.Laid laid = lay("parent", null, 0);
        assertThat(laid.lanes()).hasSize(1000);
        assertThat(laid.lanes().getLast()).extracting(Lanes.Lane::label).isEqualTo("zz");
        assertThat(Objects.requireNonNull(laid.rest()).groups()).isEqualTo(101);
        assertThat(laid.rest().count()).isEqualTo(101);
    }

    @Test
    void showEveryChoiceOfAListAlsoWithoutRecords() {
        Lanes.Laid laid = lay("color", "{\"field\":\"color\",\"op\":\"is\",\"value\":\"RED\"}");
        assertThat(laid.lanes()).extracting(Lanes.Lane::key).containsExactly("RED", "GREEN");
        assertThat(laid.lanes().getLast().count()).isZero();
    }

    @Test
    void refuseWhatCannotBeGroupedBy() {
        for (String by : List.of("name", "amount", "day:week", "color:month", "cost", "nothing", "")) {
            assertThatThrownBy(() -> lay(by, null)).as(by).isInstanceOf(Problem.class);
        }
    }
}
