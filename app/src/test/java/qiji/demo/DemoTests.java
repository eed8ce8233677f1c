package qiji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.demo.company.Accounts;

/** The front door of the demonstration: what it fills, marks and refuses. // X9 */
class DemoTests {
    private static final DemoSize SMALL = new DemoSize(60, 120, 400, 1_600, 3);

    @TempDir
    private static Path data;

    private static DemoDatabase demo;
    private static List<DemoAccount> accounts;

    @BeforeAll
    static void fill() {
        demo = DemoDatabase.fresh();
        accounts = demo.fill(DemoSize.SHIPPED, data, Demo.SEED);
    }

    @Test
    void numbersTellTheMonthAndTheSeriesGoesOn() throws SQLException {
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity
                        where number !~ ('^SJ-' || to_char(created_at at time zone 'Asia/Shanghai', 'YYYYMM') || '-[0-9]{6}$')
                        """)).isZero();
        assertThat(demo.number("select nextval('opportunity.number_series')"))
                .isGreaterThan(demo.number("select max(right(number, 6)::int) from opportunity.opportunity"));
        assertThat(demo.number("select nextval(pg_get_serial_sequence('opportunity.opportunity', 'id'))"))
                .isGreaterThan(demo.number("select max(id) from opportunity.opportunity"));
    }

    @Test
    void indexesReferencesAndTriggersAreBack() throws SQLException {
        String shape = """
                select indexdef from pg_indexes where schemaname = any ('{organization,customer,opportunity,activity}')
                union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'
                union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
                """;
        assertThat(demo.texts(shape))
                .containsExactlyInAnyOrderElementsOf(DemoDatabase.fresh().texts(shape));
    }

    @Test
    void leavesToTheIndexWhatHasNoWordsYet() throws SQLException { // X1: the products that ship come by migration
        assertThat(demo.number("""
                        select count(*) from product.product where search is null and exists (
                            select from records.search_index where record_type = 'product' and complete)
                        """)).isZero();
    }

    @Test
    void opensOneAccountForEachRole() throws SQLException {
        assertThat(accounts).extracting(DemoAccount::role).containsExactlyElementsOf(Accounts.ROLES);
        assertThat(accounts).extracting(DemoAccount::password).doesNotHaveDuplicates();
        assertThat(demo.number("select count(*) from organization.app_user where password_hash like '$argon2id$%'"))
                .isEqualTo(accounts.size());
        for (DemoAccount account : accounts) {
            assertThat(demo.texts("""
                            select r.code from organization.app_user u join organization.user_role ur on ur.user_id = u.id
                            join organization.role r on r.id = ur.role_id where u.username = '%s'
                            """.formatted(account.username()))).containsExactly(account.role());
        }
    }

    @Test
    void isMarkedAndFilledOnce() throws SQLException {
        assertThat(demo.texts("select demo::text from platform.installation")).containsExactly("true");
        assertThat(demo.fill(SMALL, data, 1)).isEqualTo(accounts);
        assertThat(demo.number("select count(*) from opportunity.opportunity")).isEqualTo(3_000);
    }

    @Test
    void isTheSameForTheSameSeed(@TempDir Path other, @TempDir Path third) throws SQLException {
        DemoDatabase first = DemoDatabase.fresh();
        first.fill(SMALL, other, 7);
        DemoDatabase second = DemoDatabase.fresh();
        second.fill(SMALL, third, 7);
        for (String table : List.of(
                "opportunity.opportunity_version",
                "opportunity.line",
                "customer.customer",
                "activity.activity",
                "activity.task",
                "opportunity.stage_visit",
                "organization.department")) {
            String digest = "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t";
            assertThat(first.texts(digest)).as(table).isEqualTo(second.texts(digest));
        }
    }

    @Test
    void refusesASystemWhoseAdministratorHasAPassword(@TempDir Path other) throws SQLException {
        DemoDatabase used = DemoDatabase.fresh();
        try (var connection = used.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    begin; set local qiji.writer = '0';
                    update organization.app_user set password_hash = 'x' where username = 'admin'; commit
                    """);
        }
        assertThatThrownBy(() -> used.fill(SMALL, other, 1)).isInstanceOf(DemoRefused.class);
        assertThat(used.texts("select demo::text from platform.installation")).containsExactly("false");
    }

    @Test
    void refusesASystemThatHoldsRealData(@TempDir Path other) throws SQLException {
        DemoDatabase real = DemoDatabase.fresh();
        try (var connection = real.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    begin; set local qiji.writer = '0';
                    insert into customer.customer (name, normalized_name, created_by) values ('真实客户', '真实客户', 0); commit
                    """);
        }
        assertThatThrownBy(() -> real.fill(SMALL, other, 1)).isInstanceOf(DemoRefused.class);
        assertThat(real.texts("select demo::text from platform.installation")).containsExactly("false");
        assertThat(other.resolve("demo-accounts.txt")).doesNotExist();
    }

    @Test
    void streamsALargerCompany(@TempDir Path other) throws SQLException {
        DemoDatabase large = DemoDatabase.fresh();
        large.fill(DemoSize.ofOpportunities(6_000), other, 3);
        assertThat(large.texts("select count(*)::text from opportunity.opportunity"))
                .containsExactly("6000");
    }
}
