package qiji.opportunity.rad;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.process.Tables.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import db.opportunity.tables.OpportunityTable;
import db.process.tables.StageTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.grade.GradeOffice;
import qiji.platform.Time;
import qiji.process.Stages;
import qiji.records.RecordType;
import qiji.records.past.AsOf;
import qiji.rule.RuleStretch;
import qiji.rule.TrialResult;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** [D4 X7] The RAD grid goes by the rule that holds: of the day, of the department, with the rate that it names. */
@ModuleTest
class RadGridTests {
    private static final Viewer SYSTEM = Viewer.system("test");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String SMALL = rule("STAGE_PRESET", 1000, 2000, 5, 60);

    @Autowired
    ApplicationContext beans;

    private GradeOffice office;
    private long deal;

    @BeforeEach
    void aDealOfHalfAMillionInStageC() {
        office = new GradeOffice(beans);
        deal = deal(null);
    }

    @Test
    void followsARuleOfHeadquartersAtOnceEverywhere() {
        assertThat(cell(deal)).isEqualTo("A1");
        office.publish("rad", null, SMALL, LONG_AGO);
        assertThat(cell(deal)).as("the page, whose statement is kept").isEqualTo("R2");
        assertThat(cells()).as("the grid").containsExactly("R2");
        assertThat(found("R2")).as("what a cell leads to").containsExactly(deal);
        assertThat(found("A1")).isEmpty();
        JsonNode bands = office.api(office.seller).read("/api/opportunities/rad");
        assertThat(bands.at("/rule/budget/upToA").asInt()).isEqualTo(2000);
        assertThat(bands.path("differs").asBoolean()).isFalse();
    }

    @Test
    void followsTheRuleOfTheNearestDepartment() { // [S10]
        office.publish("rad", office.branch, SMALL, LONG_AGO);
        long elsewhere = deal(null, beans.getBean(SampleData.class).department("另一分公司"));
        assertThat(cell(deal)).isEqualTo("R2");
        assertThat(cell(elsewhere)).isEqualTo("A1");
        assertThat(cells()).containsExactlyInAnyOrder("R2", "A1");
        assertThat(office.api(office.seller)
                        .read("/api/opportunities/rad")
                        .path("differs")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void waitsForTheDayOfTheRule() {
        LocalDate today = LocalDate.now(Time.ZONE);
        office.publish("rad", null, SMALL, today.plusDays(1));
        assertThat(cell(deal)).isEqualTo("A1");
        office.publish("rad", office.branch, SMALL, today);
        assertThat(cell(deal)).isEqualTo("R2");
        office.publish("rad", office.centre, SMALL, today);
        String then = "/api/opportunities/rad?asOf=" + today.minusDays(1);
        assertThat(office.api(office.seller).read(then).path("differs").asBoolean())
                .as("the day before, the shipped one held everywhere")
                .isFalse();
    }

    /** [D17] Whatever holds now: of a day of the past one sees the cells that stood there then. */
    @Test
    void judgesAPastDayByTheBandsOfThatDay() {
        LocalDate today = LocalDate.now(Time.ZONE);
        office.publish("rad", office.branch, rule("STAGE_PRESET", 600_000, 700_000, 25, 50), today.minusDays(1));
        office.publish("rad", office.centre, SMALL, today);
        assertThat(cell(deal)).isEqualTo("R2");
        assertThat(cell(deal, today.minusDays(1))).isEqualTo("D1");
        assertThat(cell(deal, today.minusDays(2))).as("the shipped one").isEqualTo("A1");
    }

    @Test
    void takesTheEstimateOfTheOwnerWhereTheRuleSaysSo() {
        long estimated = deal(new BigDecimal("24.99"));
        assertThat(cell(estimated)).isEqualTo("A1");
        office.publish("rad", null, rule("OWNER", 100_000, 500_000, 25, 50), LONG_AGO);
        assertThat(cell(estimated)).isEqualTo("A3");
        assertThat(cell(deal)).as("nothing estimated: preset of the stage").isEqualTo("A1");
        assertThat(cells()).containsExactlyInAnyOrder("A1", "A3");
    }

    @Test
    void learnsWhatAStageWasWorthOnceEnoughEnded() {
        office.publish("rad", null, rule("LEARNED", 100_000, 500_000, 25, 50), LONG_AGO);
        RadStore store = beans.getBean(RadStore.class);
        LocalDate today = LocalDate.now(Time.ZONE);
        for (int i = 0; i < RadStore.LEAST - 1; i++) {
            ended(i < 5 ? "WON" : "LOST", today);
        }
        ended("LOST", today.minusYears(2));
        store.learn(today, SYSTEM);
        assertThat(cell(deal)).as("19 are too few: preset of the stage").isEqualTo("A1");
        ended("ABANDONED", today);
        store.learn(today, SYSTEM);
        assertThat(cell(deal)).as("5 of 20 won: 25 %").isEqualTo("A2");
        assertThat(cells()).contains("A2").doesNotContain("A1");
        assertThat(store.learned(today.minusDays(1)))
                .as("not known the day before")
                .isEmpty();
    }

    @Test
    void isTriedAgainstThePast() { // [X7]
        long small = deal(null);
        beans.getBean(Writing.class).by(SYSTEM);
        DSLContext jooq = beans.getBean(DSLContext.class);
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.CUSTOMER_BUDGET, new BigDecimal("1500"))
                .where(OPPORTUNITY.ID.eq(small))
                .execute();
        RadRule before = RadRule.shipped();
        RadRule after = new RadRule(
                RadRate.STAGE_PRESET,
                new RadRule.Budgets(new BigDecimal(1000), new BigDecimal(500_000)),
                before.rates());
        LocalDate today = LocalDate.now(Time.ZONE);
        var stretch =
                new RuleStretch<>(today.minusDays(1), today.plusDays(1), false, Set.of(office.centre), before, after);
        TrialResult found = beans.getBean(RadTrial.class).run(List.of(stretch), office.as(office.seller), (_, _) -> {});
        assertThat(found.records())
                .extracting(TrialResult.Changed::id, TrialResult.Changed::from, TrialResult.Changed::to)
                .containsExactly(tuple(small, "D1", "A1"));
    }

    /** One that was in stage C, twice, before it ended. */
    private void ended(String status, LocalDate on) {
        long id = deal(null);
        DSLContext jooq = beans.getBean(DSLContext.class);
        beans.getBean(Writing.class).by(SYSTEM);
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.STATUS, status)
                .set(OPPORTUNITY.CLOSED_ON, on)
                .set(OPPORTUNITY.IMPORTED, true) // so that nobody asks for its review
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        jooq.execute(
                "insert into opportunity.stage_visit (opportunity_id, stage_id, entered_at, left_at, entered_by)"
                        + " select o.id, o.stage_id, now() - interval '9 days', now() - interval '8 days', 0"
                        + " from opportunity.opportunity o, generate_series(1, 2) where o.id = ?",
                id);
    }

    private static String rule(String rate, int fromA, int upToA, int from2, int from1) {
        return """
                {"rate": "%s", "budget": {"fromA": %d, "upToA": %d}, "rates": {"from2": %d, "from1": %d}}""".formatted(rate, fromA, upToA, from2, from1);
    }

    private long deal(@Nullable BigDecimal estimate) {
        return deal(estimate, office.centre);
    }

    private long deal(@Nullable BigDecimal estimate, long department) {
        long stage = beans.getBean(Stages.class).findDefault().orElseThrow().stages().stream()
                .filter(it -> it.code().equals("C"))
                .findFirst()
                .orElseThrow()
                .key();
        return office.deal(row -> {
            row.setCustomerBudget(new BigDecimal("500000"));
            row.setStageId(stage);
            row.setOwnerWinRate(estimate);
            row.setDepartmentId(department);
        });
    }

    private String cell(long id) {
        return office.api(office.seller)
                .read("/api/opportunities/{id}", id)
                .at("/values/rad")
                .asString();
    }

    /** By what held at the end of that day, of what it is now: the past itself cannot be made up. */
    private String cell(long id, LocalDate day) {
        OpportunityTable o = OPPORTUNITY.as("o");
        StageTable stage = STAGE.as(RecordType.beside(o.getName(), RadSql.STAGE_FIELD));
        return AsOf.at(Time.lastMomentOf(day), beans.getBean(DSLContext.class))
                .select(RadSql.rad(o))
                .from(o)
                .join(stage)
                .on(stage.ID.eq(o.STAGE_ID))
                .where(o.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    private Iterable<String> cells() {
        JsonNode lanes = office.api(office.seller)
                .read("/api/records/opportunity/lanes?by=rad&sums=expectedAmount&limit=0")
                .path("lanes");
        return lanes.valueStream()
                .filter(lane -> lane.path("count").asInt() > 0)
                .map(lane -> lane.path("key").asString())
                .toList();
    }

    private Iterable<Long> found(String cell) {
        return office.api(office.seller)
                .read(
                        "/api/records/opportunity?filter={f}",
                        "{\"field\":\"rad\",\"op\":\"is\",\"value\":\"%s\"}".formatted(cell))
                .path("rows")
                .valueStream()
                .map(row -> row.path("id").asLong())
                .toList();
    }
}
