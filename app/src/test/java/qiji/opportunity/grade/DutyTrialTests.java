package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.platform.Time;
import qiji.rule.RuleStretch;
import qiji.rule.TrialResult;
import qiji.testing.ModuleTest;

/** [D3 X7] A draft that asks for other duties is tried against the past. */
@ModuleTest
class DutyTrialTests {
    @Autowired
    ApplicationContext beans;

    @Test
    void isTriedAgainstThePast() { // [X7]
        GradeOffice office = new GradeOffice(beans);
        long deal = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("30000")));
        office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("100")));
        GradeRule shipped = GradeRule.shipped();
        Paces progress = new Paces(Pace.NONE, Pace.FORTNIGHTLY, null, null);
        GradeRule fortnightly = new GradeRule(
                shipped.basis(),
                shipped.limits(),
                shipped.manyLines(),
                shipped.confirmedBy(),
                null,
                progress,
                null,
                null);
        LocalDate today = LocalDate.now(Time.ZONE);
        var stretch = new RuleStretch<>(
                today.minusDays(1), today.plusDays(1), false, Set.of(office.centre), shipped, fortnightly);
        GradeTrial trial = beans.getBean(GradeTrial.class);
        TrialResult found = trial.run(List.of(stretch), office.as(office.seller), (_, _) -> {});
        assertThat(found.records())
                .extracting(TrialResult.Changed::id, TrialResult.Changed::from, TrialResult.Changed::to)
                .containsExactly(tuple(deal, "ORDINARY WEEKLY WEEKLY", "ORDINARY FORTNIGHTLY WEEKLY"));
        assertThat(trial.verdicts())
                .filteredOn(verdict -> verdict.code().equals("ORDINARY FORTNIGHTLY WEEKLY"))
                .extracting(verdict -> verdict.label().zh())
                .containsExactly("普通（进展每两周，领导跟进每周）");
    }
}
