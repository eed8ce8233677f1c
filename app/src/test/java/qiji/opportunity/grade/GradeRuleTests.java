package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.grade.Grade.GENERAL;
import static qiji.opportunity.grade.Grade.IMPORTANT;
import static qiji.opportunity.grade.Grade.MAJOR;
import static qiji.opportunity.grade.Grade.ORDINARY;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.opportunity.grade.GradeRule.Confirmers;
import qiji.opportunity.grade.GradeRule.Limits;
import qiji.platform.FieldFault;

/** Which grade an opportunity has. [D3] */
class GradeRuleTests {
    private static final GradeRule SHIPPED = GradeRule.shipped();

    private static BigDecimal yuan(@Nullable String amount) {
        return new BigDecimal(amount == null ? "0" : amount);
    }

    @ParameterizedTest
    @CsvSource({
        "0, GENERAL",
        "19999.99, GENERAL",
        "20000, ORDINARY",
        "49999.99, ORDINARY",
        "50000, IMPORTANT",
        "50000.00, IMPORTANT",
        "199999.99, IMPORTANT",
        "200000, MAJOR",
        "230000, MAJOR"
    })
    void isByAmount(String amount, Grade grade) { // [D3] exactly 50,000 → 重要
        assertThat(SHIPPED.grade(null, yuan(amount), null)).isEqualTo(grade);
        assertThat(SHIPPED.grade(yuan(amount), null, 1)).isEqualTo(grade);
    }

    @Test
    void isOrdinaryWithManyLinesOfLittleMoney() { // [D3] ≥ 5 lines below 20,000 → 普通
        assertThat(SHIPPED.grade(yuan("100"), null, 5)).isEqualTo(ORDINARY);
        assertThat(SHIPPED.grade(yuan("100"), null, 4)).isEqualTo(GENERAL);
        assertThat(SHIPPED.grade(yuan("60000"), null, 9)).isEqualTo(IMPORTANT);
        assertThat(SHIPPED.grade(null, null, 5))
                .as("whatever its amount will be")
                .isEqualTo(ORDINARY);
    }

    @Test
    void isOpenWithoutAnAmount() {
        assertThat(SHIPPED.grade(null, null, null)).isNull();
        assertThat(SHIPPED.grade(null, null, 4)).isNull();
    }

    @Test
    void isOnContractTotals() { // [D3] 360,000 over 36 months → graded on 360,000
        assertThat(SHIPPED.grade(yuan("360000"), null, null)).isEqualTo(MAJOR);
    }

    @ParameterizedTest
    @CsvSource({
        "BUDGET_ELSE_EXPECTED, IMPORTANT, MAJOR, ORDINARY",
        "EXPECTED, MAJOR, MAJOR,",
        "BUDGET, IMPORTANT, , ORDINARY",
        "MAX, MAJOR, MAJOR, ORDINARY"
    })
    void goesByItsBasis(
            GradeBasis basis, Grade ofBoth, @Nullable Grade ofExpected, @Nullable Grade ofBudget) { // [D3] grade.basis
        GradeRule rule = new GradeRule(basis, SHIPPED.limits(), 5, SHIPPED.confirmedBy(), null, null, null, null);
        assertThat(rule.grade(yuan("200000"), yuan("50000"), null)).isEqualTo(ofBoth);
        assertThat(rule.grade(yuan("200000"), null, null)).isEqualTo(ofExpected);
        assertThat(rule.grade(null, yuan("20000"), null)).isEqualTo(ofBudget);
    }

    @Test
    void isConfirmedByTheLevelOfTheGrade() { // [D3] director, deputy GM, GM
        assertThat(SHIPPED.confirmer(GENERAL)).isNull();
        assertThat(SHIPPED.confirmer(ORDINARY)).isEqualTo("CENTER_DIRECTOR");
        assertThat(SHIPPED.confirmer(IMPORTANT)).isEqualTo("DEPUTY_GM");
        assertThat(SHIPPED.confirmer(MAJOR)).isEqualTo("GENERAL_MANAGER");
    }

    @Test
    void isReportedToTheCityCompanyFromOrdinaryOn() { // [D3] ≥ 20,000, or ≥ 5 lines, which is ordinary
        assertThat(SHIPPED.isReported(GENERAL)).isFalse();
        assertThat(SHIPPED.isReported(ORDINARY)).isTrue();
        GradeRule older =
                new GradeRule(SHIPPED.basis(), SHIPPED.limits(), 5, SHIPPED.confirmedBy(), null, null, null, null);
        assertThat(older.isReported(ORDINARY)).isTrue();
        GradeRule rarer =
                new GradeRule(SHIPPED.basis(), SHIPPED.limits(), 5, SHIPPED.confirmedBy(), MAJOR, null, null, null);
        assertThat(rarer.isReported(IMPORTANT)).isFalse();
    }

    @Test
    void confirmsInOneFlowUnlessAnEditionDoesNotSaySo() { // [D9] the default; separate flows are the option
        assertThat(SHIPPED.isTogether()).isTrue();
        GradeRule older =
                new GradeRule(SHIPPED.basis(), SHIPPED.limits(), 5, SHIPPED.confirmedBy(), null, null, null, null);
        assertThat(older.isTogether()).as("an edition of before").isFalse();
    }

    @Test
    void asksForDutiesEveryWeekFromOrdinaryOn() { // [D3 D8]
        Paces weekly = new Paces(Pace.NONE, Pace.WEEKLY, Pace.WEEKLY, Pace.WEEKLY);
        assertThat(SHIPPED.progressPaces()).isEqualTo(weekly);
        assertThat(SHIPPED.leadingPaces()).isEqualTo(weekly);
        GradeRule older =
                new GradeRule(SHIPPED.basis(), SHIPPED.limits(), 5, SHIPPED.confirmedBy(), null, null, null, null);
        assertThat(older.progressPaces()).as("an edition of before").isEqualTo(weekly);
        assertThat(older.leadingPaces()).isEqualTo(weekly);
        Paces said = new Paces(Pace.FOUR_WEEKLY, Pace.NONE, null, Pace.FORTNIGHTLY);
        GradeRule other =
                new GradeRule(SHIPPED.basis(), SHIPPED.limits(), 5, SHIPPED.confirmedBy(), null, said, null, null);
        assertThat(other.progressPaces())
                .isEqualTo(new Paces(Pace.FOUR_WEEKLY, Pace.NONE, Pace.WEEKLY, Pace.FORTNIGHTLY));
        assertThat(other.leadingPaces()).isEqualTo(weekly);
        assertThat(other.progressPaces().words().zh()).isEqualTo("一般每四周，普通不要求，重要每周，重大每两周");
    }

    @Test
    void refusesLimitsThatDoNotRise() {
        GradeRule rule = new GradeRule(
                GradeBasis.MAX,
                new Limits(yuan("0"), yuan("50000"), yuan("50000")),
                0,
                new Confirmers(null, "NOBODY", "GENERAL_MANAGER"),
                null,
                null,
                null,
                null);
        assertThat(rule.faults("GENERAL_MANAGER"::equals))
                .extracting(FieldFault::field)
                .isEqualTo(List.of("limits.ordinary", "limits.major", "manyLines", "confirmedBy.important"));
        assertThat(SHIPPED.faults(_ -> true)).isEmpty();
    }
}
