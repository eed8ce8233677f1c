package qiji.opportunity.duty;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.GradeOffice;
import qiji.opportunity.grade.GradeRule;
import qiji.opportunity.grade.GradeRuleKind;
import qiji.opportunity.grade.Pace;
import qiji.opportunity.grade.Paces;
import qiji.platform.Time;
import qiji.records.past.AsOf;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** [D3 X7] Which duties a grade brings, and how often, is said by the rule that holds: of the day, of the department. */
@ModuleTest
class DutyRulesTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final LocalDate MONDAY = TODAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    private static final Paces RARE = new Paces(Pace.WEEKLY, Pace.NONE, Pace.FORTNIGHTLY, Pace.FOUR_WEEKLY);

    @Autowired
    ApplicationContext beans;

    private GradeOffice office;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
    }

    @Test
    void asksForProgressAsOftenAsTheRuleSays() {
        publish(office.branch, RARE, null, LocalDate.of(2020, 1, 1));
        assertThat(overdue(deal(Grade.GENERAL, 1, _ -> {}))).isEqualTo("true");
        assertThat(overdue(deal(Grade.ORDINARY, 9, _ -> {}))).isEqualTo("false");
        assertThat(overdue(deal(Grade.IMPORTANT, 1, _ -> {}))).isEqualTo("false");
        assertThat(overdue(deal(Grade.IMPORTANT, 2, _ -> {}))).isEqualTo("true");
        assertThat(overdue(deal(Grade.MAJOR, 3, _ -> {}))).isEqualTo("false");
        assertThat(overdue(deal(Grade.MAJOR, 4, _ -> {}))).isEqualTo("true");
        Instant twoWeeks = MONDAY.minusDays(14).atStartOfDay(Time.ZONE).toInstant();
        assertThat(overdue(deal(Grade.IMPORTANT, 9, row -> row.setLastFollowUpAt(twoWeeks))))
                .isEqualTo("false");
        assertThat(overdue(deal(Grade.IMPORTANT, 9, row -> row.setLastFollowUpAt(twoWeeks.minusSeconds(1)))))
                .isEqualTo("true");
        long team = deal(Grade.ORDINARY, 1, _ -> {});
        long slow = deal(Grade.IMPORTANT, 1, _ -> {});
        join(team);
        join(slow);
        assertThat(overdue(team)).as("[D8] a team owes it every week").isEqualTo("true");
        assertThat(overdue(slow)).as("the grade says how often").isEqualTo("false");
    }

    @Test
    void asksTheLeaderAsOftenAsTheRuleSays() {
        Consumer<OpportunityRecord> led = row -> row.setResponsibleLeaderId(office.director);
        long one = deal(Grade.ORDINARY, 9, led);
        long other = deal(Grade.MAJOR, 9, led);
        assertThat(value(one, "leaderOverdue")).isEqualTo("true");
        publish(null, null, RARE, TODAY);
        assertThat(value(one, "leaderOverdue")).isEqualTo("false");
        assertThat(value(other, "leaderOverdue")).isEqualTo("true");
        assertThat(value(deal(Grade.MAJOR, 3, led), "leaderOverdue")).isEqualTo("false");
        assertThat(overdue(one)).as("progress is another duty").isEqualTo("true");
        JsonNode view = office.api(office.seller).read("/api/opportunities/{id}/grade", other);
        assertThat(view.path("leading").asString()).isEqualTo("FOUR_WEEKLY");
        assertThat(view.path("progress").asString()).isEqualTo("WEEKLY");
    }

    @Test
    void followsTheNearestDepartmentFromTheDayOn() { // [S10]
        long here = deal(Grade.ORDINARY, 9, _ -> {});
        long away = deal(
                Grade.ORDINARY,
                9,
                row -> row.setDepartmentId(beans.getBean(SampleData.class).department("另一分公司")));
        publish(null, RARE, null, TODAY.plusDays(1));
        assertThat(List.of(overdue(here), overdue(away))).containsExactly("true", "true");
        publish(office.branch, RARE, null, TODAY);
        assertThat(List.of(overdue(here), overdue(away))).containsExactly("false", "true");
        assertThat(found()).as("what the filter finds").containsExactly(Long.toString(away));
        assertThat(then(here, TODAY.minusDays(1)))
                .as("[D17] yesterday by the rule of yesterday")
                .isTrue();
        assertThat(then(here, TODAY.plusDays(1))).isFalse();
        assertThat(then(away, TODAY.plusDays(1))).isFalse();
    }

    private long deal(Grade grade, int weeks, Consumer<OpportunityRecord> with) {
        return office.deal(row -> {
            row.setOpenedOn(MONDAY.minusDays(7L * weeks));
            row.setGrade(grade.name());
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed(grade.name());
            with.accept(row);
        });
    }

    private void join(long deal) {
        assertThat(office.api(office.seller)
                        .post(
                                "/api/opportunities/" + deal + "/team",
                                "{\"userId\": %d, \"role\": \"SALES\"}".formatted(office.deputy)))
                .hasStatus2xxSuccessful();
    }

    private void publish(@Nullable Long department, @Nullable Paces progress, @Nullable Paces leading, LocalDate from) {
        String body = beans.getBean(JsonMapper.class).writeValueAsString(rule(progress, leading));
        office.publish("grade", department, body, from);
    }

    private GradeRule rule(@Nullable Paces progress, @Nullable Paces leading) {
        GradeRule rule = beans.getBean(GradeRuleKind.class).shipped();
        return new GradeRule(
                rule.basis(), rule.limits(), rule.manyLines(), rule.confirmedBy(), null, progress, leading, null);
    }

    private String overdue(long deal) {
        return value(deal, "progressOverdue");
    }

    private String value(long deal, String field) {
        return office.api(office.seller)
                .read("/api/opportunities/{id}", deal)
                .at("/values/" + field)
                .asString();
    }

    private Iterable<String> found() {
        return office.api(office.seller)
                .read(
                        "/api/records/opportunity?filter={f}",
                        "{\"field\":\"progressOverdue\",\"op\":\"is\",\"value\":true}")
                .path("rows")
                .valueStream()
                .map(row -> row.path("id").asString())
                .toList();
    }

    /** By what holds at the end of that day, of what it is now: the past itself cannot be made up. */
    private boolean then(long deal, LocalDate day) {
        OpportunityTable o = OPPORTUNITY.as("o");
        return AsOf.at(Time.lastMomentOf(day), beans.getBean(DSLContext.class))
                .select(DutySql.progressOverdue(o))
                .from(o)
                .where(o.ID.eq(deal))
                .fetchSingle()
                .value1();
    }
}
