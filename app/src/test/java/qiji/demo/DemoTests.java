package qiji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import qiji.platform.Time;
import qiji.testing.TestDatabase;

/** The demonstration, on a database of its own. // X9 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTests {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), Time.ZONE);
    private static final DemoSize SMALL = new DemoSize(60, 120, 400, 1_600, 3);

    @TempDir
    private static Path data;

    private DataSource demo;
    private List<DemoAccount> accounts;

    @BeforeAll
    void fill() {
        demo = fresh();
        accounts = new Demo(demo, data, NOW).fill(DemoSize.SHIPPED, Demo.SEED);
    }

    @Test
    void hasWhatItsSizeSays() throws SQLException {
        assertThat(number("select count(*) from opportunity.opportunity")).isEqualTo(3_000);
        assertThat(number("select count(*) from customer.customer")).isEqualTo(500);
        assertThat(number("select count(*) from customer.contact")).isEqualTo(900);
        assertThat(number("select count(*) from organization.app_user where username <> 'admin'"))
                .isEqualTo(60);
        assertThat(number("select count(*) from activity.activity")).isBetween(12_000L, 18_000L);
    }

    @Test
    void showsEveryStageAndStatus() throws SQLException {
        assertThat(texts("select distinct status from opportunity.opportunity"))
                .containsExactlyInAnyOrder("OPEN", "DEFERRED", "WON", "LOST", "ABANDONED", "INVALID");
        assertThat(texts("""
                        select distinct s.code from opportunity.opportunity o join process.stage s on s.id = o.stage_id
                        where status = 'OPEN'
                        """)).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
        assertThat(number("""
                        select count(*) from opportunity.opportunity o join process.stage s on s.id = o.stage_id
                        where s.is_final <> (status = 'WON')
                        """)).isZero();
        assertThat(texts("select distinct status from activity.task"))
                .containsExactlyInAnyOrder("OPEN", "DONE", "CANCELLED");
    }

    @Test
    void winsAboutAsOftenAsTheStagesPreset() throws SQLException {
        // S17: of those that entered a stage and have ended, this share was won.
        assertThat(texts("""
                        select s.code from process.stage s join lateral (
                            select 100.0 * count(*) filter (where o.status = 'WON') / count(*) as rate
                            from opportunity.opportunity o
                            where o.closed_on is not null
                              and exists (select from opportunity.stage_visit v where v.opportunity_id = o.id and v.stage_id = s.id)
                            ) won on true
                        where abs(won.rate - s.win_rate) > 12
                        """)).isEmpty();
    }

    @Test
    void amountsAreTheSumsOfTheLines() throws SQLException {
        assertThat(number("""
                        select count(*) from opportunity.opportunity o left join lateral (
                            select sum(round(quantity * price * (100 - discount_percent) / 100, 2)) as total
                            from opportunity.line where opportunity_id = o.id) l on true
                        where o.expected_amount is distinct from l.total
                        """)).isZero();
    }

    @Test
    void amountsOfThePastAreTheSumsOfTheLinesOfThen() throws SQLException {
        assertThat(number("""
                        select count(*) from (values (timestamptz '2025-06-30 23:00+08'), ('2026-03-31 23:00+08')) t (at),
                            opportunity.opportunity_as_of(t.at) o left join lateral (
                            select sum(round(quantity * price * (100 - discount_percent) / 100, 2)) as total
                            from opportunity.line_as_of(t.at) where opportunity_id = o.id) l on true
                        where o.expected_amount is distinct from l.total
                        """)).isZero();
    }

    @Test
    void historyHasNeitherGapsNorOverlaps() throws SQLException {
        assertThat(number("select count(*) from opportunity.opportunity_history"))
                .isGreaterThan(6_000);
        for (String table : List.of("opportunity.opportunity", "opportunity.line", "customer.customer")) {
            assertThat(number("""
                            select count(*) from (
                                select valid_to, lead(valid_from) over (partition by id order by valid_from) as next,
                                    lead(changed_by) over (partition by id order by valid_from) as next_by, ended_by
                                from %s_version) v
                            where valid_to is distinct from next or ended_by is distinct from next_by
                            """.formatted(table))).as(table).isZero();
        }
    }

    @Test
    void versionsAreCountedFromTheFirstAndBeginWithTheRecord() throws SQLException {
        assertThat(number("""
                        select count(*) from (select version, valid_from, created_at,
                            row_number() over (partition by id order by valid_from) - 1 as place
                            from opportunity.opportunity_version) v
                        where version <> place or (place = 0 and valid_from <> created_at)
                        """)).isZero();
    }

    @Test
    void eachStayInAStageFollowsTheOneBefore() throws SQLException {
        assertThat(number("""
                        select count(*) from (select v.*, lead(entered_at) over (partition by opportunity_id order by entered_at, id) as next
                            from opportunity.stage_visit v) v
                        where left_at is distinct from next
                        """)).isZero();
        assertThat(number("""
                        select count(*) from opportunity.opportunity o where not exists (
                            select from opportunity.stage_visit v where v.opportunity_id = o.id and v.left_at is null
                              and v.stage_id = o.stage_id and v.entered_at = o.stage_entered_at)
                        """)).isZero();
    }

    @Test
    void nothingHappensBeforeItsTimeOrInTheFuture() throws SQLException {
        assertThat(
                        number(
                                "select count(*) from opportunity.opportunity_version where valid_from > '2026-11-24T02:00:01Z'"))
                .isZero();
        assertThat(number("select count(*) from activity.activity where happened_at > '2026-11-24T02:00:00Z'"))
                .isZero();
        assertThat(number("""
                        select count(*) from activity.activity a join opportunity.opportunity o on o.id = a.record_id
                        where a.happened_at < o.created_at
                        """)).isZero();
        assertThat(number("""
                        select count(*) from opportunity.opportunity o join customer.customer c on c.id = o.customer_id
                        where c.created_at > o.created_at
                        """)).isZero();
    }

    @Test
    void onlyPeopleWhoAreThereOwnWhatIsThere() throws SQLException {
        assertThat(number("select count(*) from organization.app_user where state = 'INACTIVE'"))
                .isPositive();
        assertThat(number("""
                        select count(*) from opportunity.opportunity o join organization.app_user u on u.id = o.owner_id
                        where u.state = 'INACTIVE' or u.department_id <> o.department_id
                        """)).isZero();
        assertThat(number("select count(*) from opportunity.opportunity where owner_id is null"))
                .isPositive();
    }

    @Test
    void someNextStepsAndTasksAreOverdue() throws SQLException {
        assertThat(number("select count(*) from opportunity.opportunity where status = 'OPEN'"))
                .isGreaterThan(150);
        assertThat(number("select count(*) from opportunity.opportunity where next_step_on < '2026-11-24'"))
                .isPositive();
        assertThat(number("select count(*) from opportunity.opportunity where next_step_on > '2026-11-24'"))
                .isPositive();
        assertThat(number("select count(*) from activity.task where status = 'OPEN' and due_on < '2026-11-24'"))
                .isPositive();
    }

    @Test
    void creditCodesAreRight() throws SQLException {
        // GB 32100-2015: the sum over all 18 characters, weighted by powers of 3, divides by 31.
        List<String> codes = texts("select credit_code from customer.customer");
        assertThat(codes).hasSize(500).doesNotHaveDuplicates().allMatch(DemoTests::isRight);
    }

    private static boolean isRight(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 18; i++) {
            sum += "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(i)) * (i == 17 ? 1 : weight);
            weight = weight * 3 % 31;
        }
        return sum % 31 == 0;
    }

    @Test
    void numbersTellTheMonthAndTheSeriesGoesOn() throws SQLException {
        assertThat(number("""
                        select count(*) from opportunity.opportunity
                        where number !~ ('^SJ-' || to_char(created_at at time zone 'Asia/Shanghai', 'YYYYMM') || '-[0-9]{6}$')
                        """)).isZero();
        assertThat(number("select nextval('opportunity.number_series')"))
                .isGreaterThan(number("select max(right(number, 6)::int) from opportunity.opportunity"));
        assertThat(number("select nextval(pg_get_serial_sequence('opportunity.opportunity', 'id'))"))
                .isGreaterThan(number("select max(id) from opportunity.opportunity"));
    }

    @Test
    void indexesReferencesAndTriggersAreBack() throws SQLException {
        String shape = """
                select indexdef from pg_indexes where schemaname = any ('{organization,customer,opportunity,activity}')
                union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'
                union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
                """;
        assertThat(texts(shape)).containsExactlyInAnyOrderElementsOf(texts(fresh(), shape));
    }

    @Test
    void isMarkedAndFilledOnce() throws SQLException {
        assertThat(texts("select demo::text from platform.installation")).containsExactly("true");
        assertThat(new Demo(demo, data, NOW).fill(SMALL, 1)).isEqualTo(accounts);
        assertThat(number("select count(*) from opportunity.opportunity")).isEqualTo(3_000);
    }

    @Test
    void isTheSameForTheSameSeed(@TempDir Path other, @TempDir Path third) throws SQLException {
        DataSource first = filled(SMALL, other, 7);
        DataSource second = filled(SMALL, third, 7);
        for (String table : List.of(
                "opportunity.opportunity_version",
                "opportunity.line",
                "customer.customer",
                "activity.activity",
                "activity.task",
                "opportunity.stage_visit",
                "organization.department")) {
            String digest = "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t";
            assertThat(texts(first, digest)).as(table).isEqualTo(texts(second, digest));
        }
    }

    @Test
    void refusesASystemThatHoldsRealData(@TempDir Path other) throws SQLException {
        DataSource real = fresh();
        try (var connection = real.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    begin; set local qiji.writer = '0';
                    insert into customer.customer (name, normalized_name, created_by) values ('真实客户', '真实客户', 0); commit
                    """);
        }
        assertThatThrownBy(() -> new Demo(real, other, NOW).fill(SMALL, 1)).isInstanceOf(DemoRefused.class);
        assertThat(texts(real, "select demo::text from platform.installation")).containsExactly("false");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void streamsALargerCompany(@TempDir Path other) throws SQLException {
        DataSource large = filled(DemoSize.ofOpportunities(20_000), other, 3);
        assertThat(texts(large, "select count(*)::text from opportunity.opportunity"))
                .containsExactly("20000");
    }

    private DataSource filled(DemoSize size, Path folder, long seed) {
        DataSource database = fresh();
        new Demo(database, folder, NOW).fill(size, seed);
        return database;
    }

    private static DataSource fresh() {
        JdbcConnectionDetails details = TestDatabase.fresh();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(details.getJdbcUrl());
        source.setUser(details.getUsername());
        source.setPassword(details.getPassword());
        return source;
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    private List<String> texts(String query) throws SQLException {
        return texts(demo, query);
    }

    private static List<String> texts(DataSource source, String query) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
