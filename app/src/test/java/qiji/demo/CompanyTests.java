package qiji.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.platform.Vault;

/** The company of the shipped demonstration holds together, now and in its past. // X9 */
class CompanyTests {

    @TempDir
    private static Path data;

    private static DemoDatabase demo;

    @BeforeAll
    static void fill() {
        demo = DemoDatabase.fresh();
        demo.fill(DemoSize.SHIPPED, data, Demo.SEED);
    }

    @Test
    void hasWhatItsSizeSays() throws SQLException {
        assertThat(demo.number("select count(*) from opportunity.opportunity")).isEqualTo(3_000);
        assertThat(demo.number("select count(*) from customer.customer")).isEqualTo(500);
        assertThat(demo.number("select count(*) from customer.contact")).isEqualTo(900);
        assertThat(demo.number("select count(*) from organization.app_user where username <> 'admin'"))
                .isEqualTo(60);
        assertThat(demo.number("select count(*) from activity.activity")).isBetween(12_000L, 18_000L);
    }

    @Test
    void showsEveryStageAndStatus() throws SQLException {
        assertThat(demo.texts("select distinct status from opportunity.opportunity"))
                .containsExactlyInAnyOrder("OPEN", "DEFERRED", "WON", "LOST", "ABANDONED", "INVALID");
        assertThat(demo.texts("""
                        select distinct s.code from opportunity.opportunity o join process.stage s on s.id = o.stage_id
                        where status = 'OPEN'
                        """)).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity o join process.stage s on s.id = o.stage_id
                        where s.is_final <> (status = 'WON')
                        """)).isZero();
        assertThat(demo.texts("select distinct status from activity.task"))
                .containsExactlyInAnyOrder("OPEN", "DONE", "CANCELLED");
    }

    @Test
    void winsAboutAsOftenAsTheStagesPreset() throws SQLException {
        // S17: of those that entered a stage and have ended, this share was won.
        assertThat(demo.texts("""
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
    @DisplayName("[D5] answers lie within their stay, waivers just before one whose gate asks")
    void answersWhatStagesAskAndWaivesHereAndThere() throws SQLException {
        assertThat(demo.texts("select distinct kind from opportunity.stage_answer"))
                .containsExactlyInAnyOrder("WORK_ITEM", "QUESTION", "INDICATOR");
        assertThat(demo.number("""
                        select count(*) from opportunity.stage_answer a join process.stage s on s.id = a.stage_id
                        where a.item <> all (s.work_items || s.questions || s.indicators) or a.valid_from > now()
                            or not exists (select from opportunity.stage_visit v where v.opportunity_id = a.opportunity_id
                                and v.stage_id = a.stage_id and v.entered_at <= a.valid_from)
                        """)).isZero();
        assertThat(demo.number("select count(*) from opportunity.gate_waiver")).isBetween(5L, 200L);
        assertThat(demo.number("""
                        select count(*) from opportunity.gate_waiver w join process.stage s on s.id = w.stage_id
                        where not s.gate -> 'requiredFields' @> to_jsonb(w.item)
                        """)).isZero();
    }

    @Test
    void amountsAreTheSumsOfTheLines() throws SQLException {
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity o left join lateral (
                            select sum(round(quantity * price * (100 - discount_percent) / 100, 2)) as total
                            from opportunity.line where opportunity_id = o.id) l on true
                        where o.expected_amount is distinct from l.total
                        """)).isZero();
    }

    @Test
    void amountsOfThePastAreTheSumsOfTheLinesOfThen() throws SQLException {
        assertThat(demo.number("""
                        select count(*) from (values (timestamptz '2025-06-30 23:00+08'), ('2026-03-31 23:00+08')) t (at),
                            opportunity.opportunity_as_of(t.at) o left join lateral (
                            select sum(round(quantity * price * (100 - discount_percent) / 100, 2)) as total
                            from opportunity.line_as_of(t.at) where opportunity_id = o.id) l on true
                        where o.expected_amount is distinct from l.total
                        """)).isZero();
    }

    @Test
    void historyHasNeitherGapsNorOverlaps() throws SQLException {
        assertThat(demo.number("select count(*) from opportunity.opportunity_history"))
                .isGreaterThan(6_000);
        for (String table : List.of("opportunity.opportunity", "opportunity.line", "customer.customer")) {
            assertThat(demo.number("""
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
        assertThat(demo.number("""
                        select count(*) from (select version, valid_from, created_at,
                            row_number() over (partition by id order by valid_from) - 1 as place
                            from opportunity.opportunity_version) v
                        where version <> place or (place = 0 and valid_from <> created_at)
                        """)).isZero();
    }

    @Test
    void eachStayInAStageFollowsTheOneBefore() throws SQLException {
        assertThat(demo.number("""
                        select count(*) from (select v.*, lead(entered_at) over w as next, lag(stage_id) over w as before
                            from opportunity.stage_visit v window w as (partition by opportunity_id order by entered_at, id)) v
                        where left_at is distinct from next or from_stage_id is distinct from before
                        """)).isZero();
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity o where not exists (
                            select from opportunity.stage_visit v where v.opportunity_id = o.id and v.left_at is null
                              and v.stage_id = o.stage_id and v.entered_at = o.stage_entered_at)
                        """)).isZero();
    }

    @Test
    void nothingHappensBeforeItsTimeOrInTheFuture() throws SQLException {
        assertThat(
                        demo.number(
                                "select count(*) from opportunity.opportunity_version where valid_from > '2026-11-24T02:00:01Z'"))
                .isZero();
        assertThat(demo.number("select count(*) from activity.activity where happened_at > '2026-11-24T02:00:00Z'"))
                .isZero();
        assertThat(demo.number("""
                        select count(*) from activity.activity a join opportunity.opportunity o on o.id = a.record_id
                        where a.happened_at < o.created_at
                        """)).isZero();
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity o join customer.customer c on c.id = o.customer_id
                        where c.created_at > o.created_at
                        """)).isZero();
    }

    @Test
    void onlyPeopleWhoAreThereOwnWhatIsThere() throws SQLException {
        assertThat(demo.number("select count(*) from organization.app_user where state = 'INACTIVE'"))
                .isPositive();
        assertThat(demo.number("""
                        select count(*) from opportunity.opportunity o join organization.app_user u on u.id = o.owner_id
                        where u.state = 'INACTIVE' or u.department_id <> o.department_id
                        """)).isZero();
        assertThat(demo.number("select count(*) from opportunity.opportunity where owner_id is null"))
                .isPositive();
    }

    @Test
    void someNextStepsAndTasksAreOverdue() throws SQLException {
        assertThat(demo.number("select count(*) from opportunity.opportunity where status = 'OPEN'"))
                .isGreaterThan(150);
        assertThat(demo.number("select count(*) from opportunity.opportunity where next_step_on < '2026-11-24'"))
                .isPositive();
        assertThat(demo.number("select count(*) from opportunity.opportunity where next_step_on > '2026-11-24'"))
                .isPositive();
        assertThat(demo.number("select count(*) from activity.task where status = 'OPEN' and due_on < '2026-11-24'"))
                .isPositive();
    }

    @Test
    void contactsAreReachedByWhatOnlyTheVaultCanRead() throws SQLException {
        // B7
        assertThat(demo.number("""
                        select count(*) from customer.contact where phone_cipher is null or phone_hash is null
                            or phone_end_hash is null or email_cipher is null or email_hash is null
                        """)).isZero();
        Vault vault = Vault.at(data);
        byte[] sealed = HexFormat.of()
                .parseHex(demo.texts("select encode(phone_cipher, 'hex') from customer.contact limit 1")
                        .getFirst());
        assertThat(vault.open("contact.phone", sealed))
                .hasValueSatisfying(it -> assertThat(it).matches("100[0-9]{8}"));
    }

    @Test
    void creditCodesAreRight() throws SQLException {
        // GB 32100-2015: the sum over all 18 characters, weighted by powers of 3, divides by 31.
        List<String> codes = demo.texts("select credit_code from customer.customer");
        assertThat(codes).hasSize(500).doesNotHaveDuplicates().allMatch(CompanyTests::isRight);
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
    void isFoundBySearch() throws SQLException {
        String query = "select count(*) from %s where search @@ '%s'";
        assertThat(demo.number(query.formatted("opportunity.opportunity", "专线")))
                .isPositive();
        assertThat(demo.number(query.formatted("activity.activity", "客户"))).isPositive();
        assertThat(demo.number(query.formatted("customer.customer", "集团"))).isPositive();
        assertThat(demo.number("select count(*) from opportunity.opportunity_version where search is null"))
                .isZero();
    }
}
