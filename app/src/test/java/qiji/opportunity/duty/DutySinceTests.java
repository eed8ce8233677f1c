package qiji.opportunity.duty;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.records.OpportunityRecord;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
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
import tools.jackson.databind.json.JsonMapper;

/** [D3 D8 X7] A rule asks nothing of weeks that began before it asked. Days to come, as rows of today are asked about them. */
@ModuleTest
class DutySinceTests {
    private static final LocalDate WEDNESDAY = LocalDate.of(2031, 6, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2031, 6, 15);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final Paces ALL = new Paces(Pace.WEEKLY, Pace.WEEKLY, Pace.WEEKLY, Pace.WEEKLY);
    private static final Paces RARE = new Paces(Pace.FORTNIGHTLY, Pace.FORTNIGHTLY, Pace.FORTNIGHTLY, Pace.NONE);

    @Autowired
    ApplicationContext beans;

    private GradeOffice office;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
    }

    @Test
    void owesTheFirstWholeWeekFromTheDayOn() {
        publish(null, ALL, WEDNESDAY);
        long general = deal(Grade.GENERAL, _ -> {});
        assertThat(progress(general, WEDNESDAY)).isFalse();
        assertThat(progress(general, WEDNESDAY.plusDays(5))).as("half a week").isFalse();
        assertThat(progress(general, SUNDAY)).isFalse();
        assertThat(progress(general, MONDAY)).isTrue();
        assertThat(progress(deal(Grade.ORDINARY, _ -> {}), WEDNESDAY))
                .as("what ships asks since ever")
                .isTrue();
    }

    @Test
    void owesTheWeekThatBeginsOnTheDay() {
        publish(null, ALL, MONDAY.minusDays(7));
        long general = deal(Grade.GENERAL, _ -> {});
        assertThat(progress(general, SUNDAY)).isFalse();
        assertThat(progress(general, MONDAY)).isTrue();
    }

    @Test
    void owesTheFirstWholeFortnightOnlyThen() {
        publish(null, RARE, WEDNESDAY);
        long general = deal(Grade.GENERAL, _ -> {});
        assertThat(progress(general, MONDAY)).isFalse();
        assertThat(progress(general, MONDAY.plusDays(6))).isFalse();
        assertThat(progress(general, MONDAY.plusDays(7))).isTrue();
        assertThat(progress(deal(Grade.IMPORTANT, _ -> {}), WEDNESDAY))
                .as("asked for more often before")
                .isTrue();
    }

    @Test
    void beginsNothingAnewWithAnEditionThatLeavesIt() {
        publish(null, ALL, WEDNESDAY);
        publish(null, ALL, MONDAY);
        publish(office.branch, ALL, MONDAY);
        long here = deal(Grade.GENERAL, _ -> {});
        assertThat(progress(here, MONDAY)).isTrue();
    }

    @Test
    void beginsAnewWhereItWasNotAskedMeanwhile() {
        publish(null, ALL, WEDNESDAY);
        publish(office.branch, RARE, WEDNESDAY);
        publish(office.branch, ALL, MONDAY);
        long elsewhere = beans.getBean(SampleData.class).department("另一分公司");
        long here = deal(Grade.MAJOR, _ -> {});
        assertThat(progress(deal(Grade.MAJOR, row -> row.setDepartmentId(elsewhere)), MONDAY))
                .isTrue();
        assertThat(progress(here, MONDAY)).isFalse();
        assertThat(progress(here, MONDAY.plusDays(6))).isFalse();
        assertThat(progress(here, MONDAY.plusDays(7))).isTrue();
        assertThat(progress(deal(Grade.GENERAL, _ -> {}), MONDAY.plusDays(6)))
                .as("every week is more than every two")
                .isFalse();
    }

    @Test
    void leavesTeamsWhatTheyOwedBefore() { // [D8]
        publish(null, ALL, WEDNESDAY);
        long general = deal(Grade.GENERAL, _ -> {});
        assertThat(progress(general, WEDNESDAY)).isFalse();
        office.api(office.seller)
                .post(
                        "/api/opportunities/" + general + "/team",
                        "{\"userId\": %d, \"role\": \"SALES\"}".formatted(office.deputy));
        assertThat(progress(general, WEDNESDAY)).isTrue();
    }

    @Test
    void asksTheLeaderFromTheDayOnToo() { // [D3]
        publish(null, ALL, WEDNESDAY);
        long general = deal(Grade.GENERAL, row -> row.setResponsibleLeaderId(office.director));
        assertThat(on(general, SUNDAY, DutySql::leaderOverdue)).isFalse();
        assertThat(on(general, MONDAY, DutySql::leaderOverdue)).isTrue();
    }

    @Test
    @DisplayName("[D8] what is opened again owes nothing for the time that it was closed or asleep")
    void owesNothingForTheTimeAway() {
        publish(null, ALL, MONDAY.minusYears(1));
        long back = deal(Grade.MAJOR, row -> {
            row.setResponsibleLeaderId(office.director);
            row.setCreatedAt(Time.lastMomentOf(LocalDate.of(2026, 1, 1)));
            row.setStatusAt(Time.lastMomentOf(WEDNESDAY));
        });
        assertThat(progress(back, SUNDAY)).isFalse();
        assertThat(on(back, SUNDAY, DutySql::leaderOverdue)).isFalse();
        assertThat(progress(back, MONDAY)).isTrue();
        assertThat(on(back, MONDAY, DutySql::leaderOverdue)).isTrue();
    }

    private long deal(Grade grade, Consumer<OpportunityRecord> with) {
        return office.deal(row -> {
            row.setOpenedOn(LocalDate.of(2026, 1, 1));
            row.setGrade(grade.name());
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed(grade.name());
            with.accept(row);
        });
    }

    /** Both duties of it. */
    private void publish(@Nullable Long department, Paces paces, LocalDate from) {
        GradeRule rule = beans.getBean(GradeRuleKind.class).shipped();
        rule = new GradeRule(
                rule.basis(), rule.limits(), rule.manyLines(), rule.confirmedBy(), null, paces, paces, null);
        office.publish("grade", department, beans.getBean(JsonMapper.class).writeValueAsString(rule), from);
    }

    private boolean progress(long deal, LocalDate day) {
        return on(deal, day, DutySql::progressOverdue);
    }

    private boolean on(long deal, LocalDate day, Function<OpportunityTable, Field<Boolean>> overdue) {
        OpportunityTable o = OPPORTUNITY.as("o");
        return AsOf.at(Time.lastMomentOf(day), beans.getBean(DSLContext.class))
                .select(overdue.apply(o))
                .from(o)
                .where(o.ID.eq(deal))
                .fetchSingle()
                .value1();
    }
}
