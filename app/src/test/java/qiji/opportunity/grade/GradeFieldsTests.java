package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;

import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.platform.Time;
import qiji.process.Stages;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** [D3 D4 S4] What lists know of grade, RAD grid, periods and duties. */
@ModuleTest
class GradeFieldsTests {
    @Autowired
    ApplicationContext beans;

    private GradeOffice office;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
    }

    @ParameterizedTest
    @CsvSource({
        "500000, C, A1", // [D4] the example: C presets 50 %
        "500000.01, C, R1",
        "99999.99, B, D2",
        "100000, A, A3",
        "0, E, D1",
        ", B, U2"
    })
    void liesOnTheGrid(BigDecimal budget, String stage, String expected) { // [D4]
        long deal = office.deal(row -> {
            row.setCustomerBudget(budget);
            row.setStageId(stage(stage));
        });
        assertThat(value(deal, "rad")).isEqualTo(expected);
        JsonNode groups = office.api(office.seller).read("/api/records/opportunity/groups?by=rad&sums=expectedAmount");
        assertThat(groups.toString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"A, RECOGNITION", "B, DEVELOPMENT", "C, MATURITY", "D, MATURITY", "E, MATURITY", "F, HARVEST"})
    void hasFourPeriods(String stage, String expected) { // [S4]
        long valid = office.deal(row -> {
            row.setStageId(stage(stage));
            row.setNeedKnown(true);
            row.setNeedEvidence("x");
            row.setKpKnown(true);
            row.setKpEvidence("x");
            row.setBudgetKnown(true);
            row.setBudgetEvidence("x");
        });
        assertThat(value(valid, "period")).isEqualTo(expected);
        long waived = office.deal(row -> row.setStageId(stage(stage)));
        assertThat(value(waived, "period")).isEqualTo("RECOGNITION");
    }

    @Test
    void owesProgressEveryWeek() { // [D3 D8]
        LocalDate monday = LocalDate.now(Time.ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant lastWeek = monday.minusDays(7).atStartOfDay(Time.ZONE).toInstant();
        Consumer<OpportunityRecord> ordinary = row -> {
            row.setOpenedOn(monday.minusDays(7));
            row.setGrade("ORDINARY");
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed("ORDINARY");
            row.setResponsibleLeaderId(office.director);
        };
        long never = office.deal(ordinary);
        assertThat(value(never, "progressOverdue")).isEqualTo("true");
        assertThat(value(never, "leaderOverdue")).isEqualTo("true");
        long followed = office.deal(ordinary.andThen(row -> row.setLastFollowUpAt(lastWeek)));
        assertThat(value(followed, "progressOverdue")).isEqualTo("false");
        assertThat(value(followed, "leaderOverdue")).isEqualTo("true");
        long led = office.deal(ordinary.andThen(row -> {
            row.setLastFollowUpAt(lastWeek);
            row.setLeaderFollowUpAt(lastWeek);
        }));
        assertThat(value(led, "leaderOverdue")).isEqualTo("false");
        long late = office.deal(ordinary.andThen(row -> row.setLastFollowUpAt(lastWeek.minusSeconds(1))));
        assertThat(value(late, "progressOverdue")).isEqualTo("true");
        long young = office.deal(ordinary.andThen(row -> row.setOpenedOn(monday.minusDays(6))));
        assertThat(value(young, "progressOverdue")).isEqualTo("false");
        long small = office.deal(ordinary.andThen(row -> {
            row.setGrade("GENERAL");
            row.setGradeConfirmed("GENERAL");
        }));
        assertThat(value(small, "progressOverdue")).isEqualTo("false");
        JsonNode due = office.api(office.seller)
                .read(
                        "/api/records/opportunity?filter={f}",
                        "{\"field\":\"progressOverdue\",\"op\":\"is\",\"value\":true}");
        assertThat(due.path("rows"))
                .extracting(row -> row.path("id").asString())
                .containsExactlyInAnyOrder(Long.toString(never), Long.toString(late));
    }

    @Test
    void laysTheBoardByGrade() { // [D3]
        office.deal(row -> {
            row.setGrade("MAJOR");
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed("MAJOR");
        });
        JsonNode lanes = office.api(office.seller)
                .read("/api/opportunities/board?by=GRADE")
                .path("lanes");
        assertThat(lanes.findValuesAsString("key")).contains("MAJOR");
        assertThat(lanes.findValuesAsString("gradeState")).contains("CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expectedAmount", "customerBudget", "lineCount", "grade"})
    void tellsNothingOfWhatItIsJudgedBy(String hidden) { // A4: the grade would tell the amount
        long deal = office.deal(row -> {
            row.setGrade("MAJOR");
            row.setGradePending("MAJOR");
            row.setGradeState("UNSENT");
            row.setCityReport("DUE");
            row.setCityReportedOn(LocalDate.of(2019, 7, 13));
        });
        Api api = Api.of(beans.getBean(MockMvcTester.class), office.blind(office.seller, hidden));
        assertThat(office.api(office.seller)
                        .read("/api/opportunities/{id}/grade", deal)
                        .toString())
                .contains("WEEKLY");
        assertThat(api.read("/api/opportunities/{id}/grade", deal).toString())
                .as("how often something is asked for tells the grade, too")
                .doesNotContain("MAJOR", "UNSENT", "WEEKLY");
        assertThat(api.read("/api/opportunities/{id}", deal).toString())
                .doesNotContain("MAJOR", "UNSENT", "DUE", "2019-07-13");
        assertThat(api.read("/api/opportunities/{id}/timeline?kinds=GRADE", deal)
                        .path("rows"))
                .isEmpty();
        assertThat(api.post("/api/opportunities/" + deal + "/city-reports", "{}"))
                .hasStatus(403);
        assertThat(api.get("/api/opportunities/board?by=GRADE")).hasStatus(400);
        assertThat(office.api(office.director).get("/api/opportunities/{id}/grade", deal))
                .hasStatus(404);
    }

    @Test
    void tellsNotByWhoIsAskedWhatTheGradeIs() { // A4 D9: only the general manager confirms 重大
        long deal = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("230000.00")));
        office.edit(deal, "\"lineCount\": 1");
        String preview = "/api/approvals/preview?kind=grade&subject=" + deal;
        String request = "/api/approvals/" + office.request(deal);
        assertThat(office.api(office.seller).read(preview).toString()).contains("分公司经理", "Manager");
        assertThat(office.api(office.seller).read(request).toString()).contains("分公司经理");
        Api blind = Api.of(beans.getBean(MockMvcTester.class), office.blind(office.seller, "grade"));
        JsonNode chain = blind.read(preview);
        assertThat(chain.toString()).doesNotContain("分公司经理", "Manager");
        assertThat(chain.path("complete").asBoolean()).isTrue();
        assertThat(blind.read(request).toString()).doesNotContain("分公司经理");
        office.dismiss(office.manager);
        assertThat(blind.read(preview).toString()).contains("没有可以审批的人").doesNotContain("分公司经理");
    }

    private String value(long deal, String field) {
        return office.api(office.seller)
                .read("/api/opportunities/{id}", deal)
                .at("/values/" + field)
                .asString();
    }

    private long stage(String code) {
        return beans.getBean(Stages.class).findDefault().orElseThrow().stages().stream()
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow()
                .key();
    }
}
