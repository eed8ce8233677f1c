package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Lists, counts, sums, groups and exports come from one condition, and it means what the filter says. X2 A3 A4 */
@ModuleTest
class RecordQueryTests {
    private static final int ROWS = 60;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), Time.ZONE);
    private static final Viewer EVERYBODY = SampleRecords.viewer("sample:read");

    @Autowired
    DSLContext jooq;

    @Autowired
    Catalogue catalogue;

    private Map<Long, SampleRecords.Row> rows = Map.of();

    @BeforeEach
    void fill() {
        rows = SampleRecords.fill(jooq, new Random(7), ROWS).stream()
                .collect(Collectors.toMap(SampleRecords.Row::id, Function.identity()));
    }

    private RecordQuery query(Viewer viewer) {
        return query(viewer, CLOCK);
    }

    private RecordQuery query(Viewer viewer, Clock clock) {
        return new RecordQuery(jooq, catalogue, clock, SampleRecords.TYPE, viewer);
    }

    @Test
    void findsWhatThePlainMeaningOfAnyFilterFinds() {
        RandomFilters filters = new RandomFilters(new Random(11));
        for (int i = 0; i < 600; i++) {
            String json = filters.next();
            Clock clock = Clock.offset(CLOCK, Duration.ofDays(i % 200 - 100));
            FilterModel model = new FilterModel(rows, LocalDate.now(clock));
            List<Long> expected = rows.values().stream()
                    .filter(row -> model.meets(json, row))
                    .map(SampleRecords.Row::id)
                    .sorted()
                    .toList();
            assertThat(query(EVERYBODY, clock).where(json).ids(1000))
                    .as("%s on %s", json, model.today())
                    .isEqualTo(expected);
        }
    }

    @SuppressWarnings("NullAway") // rows are maps with null values, which the checker does not follow through lambdas
    @Test
    void countsSumsAndGroupsWhatItLists() {
        RandomFilters filters = new RandomFilters(new Random(13));
        for (int i = 0; i < 100; i++) {
            String json = filters.next();
            Viewer viewer = scoped(new Random(i));
            List<Map<String, @Nullable Object>> listed = walk(viewer, json, "id", 7);
            List<Map<String, @Nullable Object>> streamed = new ArrayList<>();
            query(viewer).where(json).fields(List.of("name", "amount", "color")).stream(streamed::add);
            BigDecimal sum = listed.stream()
                    .map(row -> (BigDecimal) row.get("amount"))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal::add)
                    .orElse(null);

            assertThat(query(viewer).where(json).count().count()).as(json).isEqualTo(listed.size());
            assertThat(query(viewer).where(json).sums(List.of("amount")).get("amount"))
                    .isEqualTo(sum);
            assertThat(streamed).isEqualTo(listed);
            assertThat(query(viewer).where(json).groups("color", List.of()).stream()
                            .mapToLong(Aggregates.Group::count)
                            .sum())
                    .isEqualTo(listed.size());
            assertThat(listed)
                    .allSatisfy(row -> assertThat(isWithin(viewer, row)).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount",
                "-amount",
                "name",
                "-name",
                "-day,amount",
                "day,-amount",
                "-parent,name",
                "flag,-moment,lines",
                "parent.amount",
                "-twin.parent.name,-lines",
                "-lines",
                "id"
            })
    void walksEveryRowOnceInTheOrderOfTheWholeList(String sort) {
        for (int size : new int[] {1, 4, 17, 200}) {
            List<Map<String, @Nullable Object>> walked = walk(EVERYBODY, null, sort, size);
            assertThat(walked).as("%s by %d", sort, size).hasSize(ROWS);
            assertThat(walked).isEqualTo(walk(EVERYBODY, null, sort, 200));
        }
        assertThat(walk(EVERYBODY, null, sort, 200).stream().map(row -> row.get("id")))
                .doesNotHaveDuplicates();
    }

    @SuppressWarnings("NullAway")
    @Test
    void putsEmptyValuesLastWhicheverWay() {
        for (String sort : List.of("amount", "-amount")) {
            List<@Nullable Object> amounts = walk(EVERYBODY, null, sort, 9).stream()
                    .map(row -> row.get("amount"))
                    .toList();
            List<BigDecimal> given = amounts.stream()
                    .filter(Objects::nonNull)
                    .map(BigDecimal.class::cast)
                    .toList();
            assertThat(amounts.subList(0, given.size())).doesNotContainNull();
            assertThat(given)
                    .isSortedAccordingTo(sort.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder());
        }
    }

    @Test
    void sortsChineseByPinyinOnEveryPage() {
        List<String> byPinyin = List.of("阿里", "成都", "重庆", "李宁", "王府", "张江");
        for (int i = 0; i < byPinyin.size(); i++) {
            jooq.execute(
                    "update sample_record set name = ? where id = ?", byPinyin.get(byPinyin.size() - 1 - i), i + 1);
        }
        String these = "{\"field\":\"id\",\"op\":\"in\",\"value\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}";
        for (int size : new int[] {1, 2, 6}) {
            assertThat(walk(EVERYBODY, these, "name", size).stream().map(row -> row.get("name")))
                    .containsExactlyElementsOf(byPinyin);
            assertThat(walk(EVERYBODY, these, "-name", size).stream().map(row -> row.get("name")))
                    .containsExactlyElementsOf(byPinyin.reversed());
        }
    }

    @Test
    void groupsTimesByTheirSpanAndReferencesByTheirName() {
        jooq.execute("update sample_record set parent_id = 2 where id % 2 = 0");
        jooq.execute("update sample_record set parent_id = null where id % 2 = 1");
        jooq.execute("update sample_record set name = '上级' where id = 2");
        jooq.execute("update sample_record set day = date '2026-10-31' + id::int % 2, amount = 1");
        assertThat(query(EVERYBODY).groups("day:month", List.of("amount")))
                .containsExactly(
                        new Aggregates.Group("2026-10", "2026-10", 30, Map.of("amount", new BigDecimal("30.00"))),
                        new Aggregates.Group("2026-11", "2026-11", 30, Map.of("amount", new BigDecimal("30.00"))));
        assertThat(query(EVERYBODY).groups("day:year", List.of()))
                .containsExactly(new Aggregates.Group("2026", "2026", 60, Map.of()));
        assertThat(query(EVERYBODY).groups("parent", List.of()))
                .containsExactly(
                        new Aggregates.Group("2", "上级", 30, Map.of()), new Aggregates.Group(null, null, 30, Map.of()));
    }

    @Test
    void answersAHiddenFieldExactlyAsOneThatDoesNotExist() {
        assertSameRefusal(name -> query(EVERYBODY).fields(List.of(name)).page(1, null));
        assertSameRefusal(name -> query(EVERYBODY).sort(name).page(1, null));
        assertSameRefusal(name -> query(EVERYBODY).sums(List.of(name)));
        assertSameRefusal(name -> query(EVERYBODY).groups(name, List.of()));
        assertSameRefusal(name -> query(EVERYBODY).groups("color", List.of(name)));
        assertSameRefusal(
                name -> query(EVERYBODY).where("{\"field\":\"%s\",\"op\":\"gt\",\"value\":1}".formatted(name)));
        assertSameRefusal(name ->
                query(EVERYBODY).where("{\"not\":{\"and\":[{\"field\":\"%s\",\"op\":\"empty\"}]}}".formatted(name)));
        assertThat(catalogue.fields(SampleRecords.TYPE, EVERYBODY))
                .noneMatch(field -> field.name().equals("cost"));
    }

    @Test
    void showsTheHiddenFieldToThoseAllowed() {
        Viewer allowed = SampleRecords.viewer("sample:read", "sample:cost");
        assertThat(query(allowed).sums(List.of("cost")).get("cost")).isEqualByComparingTo("420");
    }

    @SuppressWarnings("NullAway")
    @Test
    void showsOfARecordOutOfScopeOnlyWhatItIsCalled() {
        Viewer narrow = SampleData.scoped(EVERYBODY, "sample", Scope.ofDepartments(Set.of(1L)));
        for (Map<String, @Nullable Object> row : walkFields(narrow, "parent", "parent.name", "parent.amount")) {
            SampleRecords.Row child = Objects.requireNonNull(rows.get(Long.valueOf((String) row.get("id"))));
            SampleRecords.Row parent = child.parentId() == null ? null : rows.get(child.parentId());
            boolean seen = parent != null && parent.departmentId() == 1;
            assertThat(row.get("parent.name")).isEqualTo(parent == null ? null : parent.name());
            assertThat(row.get("parent.amount")).isEqualTo(seen ? parent.amount() : null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"field\":\"name\"}",
                "{\"field\":\"nothing\",\"op\":\"is\",\"value\":1}",
                "{\"field\":\"amount\",\"op\":\"is\",\"value\":\"x\"}",
                "{\"field\":\"name\",\"op\":\"gt\",\"value\":\"x\"}",
                "{\"field\":\"color\",\"op\":\"is\",\"value\":\"BLUE\"}",
                "{\"field\":\"name\",\"op\":\"drop\",\"value\":1}",
                "{\"field\":\"name.name\",\"op\":\"is\",\"value\":\"x\"}",
                "{\"field\":\"parent\",\"op\":\"is\",\"value\":\"x\"}",
                "{\"field\":\"day\",\"op\":\"relative\",\"value\":\"someday\"}",
                "{\"and\":{}}",
                "{\"field\":\"day\",\"op\":\"is\"}",
                "{\"field\":\"parent.parent.parent.name\",\"op\":\"is\",\"value\":\"x\"}"
            })
    void refusesAFilterThatMeansNothing(String json) {
        assertThatThrownBy(() -> query(EVERYBODY).where(json)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "eyJzIjoibmFtZSJ9", "%00", "eyJzIjoiYW1vdW50IiwiaSI6MSwidiI6WyJ4Il19"})
    void refusesACursorThatItNeverGave(String cursor) {
        assertThatThrownBy(() -> query(EVERYBODY).sort("amount").page(5, cursor))
                .isInstanceOf(Problem.class);
    }

    private static Viewer scoped(Random random) {
        return SampleData.scoped(
                EVERYBODY,
                "sample",
                new Scope.Part(
                        random.nextBoolean() ? Set.of() : Set.of(random.nextLong(1, 4)),
                        Set.of(random.nextLong(1, 4))));
    }

    private boolean isWithin(Viewer viewer, Map<String, @Nullable Object> row) {
        SampleRecords.Row known =
                Objects.requireNonNull(rows.get(Long.valueOf((String) Objects.requireNonNull(row.get("id")))));
        return viewer.scopeOf("sample") instanceof Scope.Part(var departments, var owners)
                && (departments.contains(known.departmentId()) || owners.contains(known.ownerId()));
    }

    private List<Map<String, @Nullable Object>> walk(Viewer viewer, @Nullable String filter, String sort, int size) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        String after = null;
        do {
            Aggregates.Page page = query(viewer)
                    .where(filter)
                    .sort(sort)
                    .fields(List.of("name", "amount", "color"))
                    .page(size, after);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<Map<String, @Nullable Object>> walkFields(Viewer viewer, String... fields) {
        return query(viewer).fields(List.of(fields)).page(200, null).rows();
    }

    private static void assertSameRefusal(java.util.function.Consumer<String> ask) {
        assertThat(refusal(ask, "cost")).isEqualTo(refusal(ask, "nosuch").replace("nosuch", "cost"));
    }

    private static String refusal(java.util.function.Consumer<String> ask, String name) {
        try {
            ask.accept(name);
        } catch (Problem problem) {
            return problem.getBody().toString();
        }
        return "not refused";
    }
}
