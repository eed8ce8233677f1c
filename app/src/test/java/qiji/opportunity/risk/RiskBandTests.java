package qiji.opportunity.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.opportunity.grade.GradeOffice;
import qiji.platform.Time;
import qiji.rule.RuleStretch;
import qiji.rule.TrialResult;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** [D6 X7] Risks are banded by the rule that holds: of the day, of the department. */
@ModuleTest
class RiskBandTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final String STRICT = "{\"low\": 1, \"medium\": 2, \"high\": 3}";

    @Autowired
    ApplicationContext beans;

    private GradeOffice office;
    private long deal;

    @BeforeEach
    void aDealWithASmallRisk() {
        office = new GradeOffice(beans);
        deal = office.deal(_ -> {});
        risk(deal, 2, 2);
    }

    @Test
    void followsTheRuleOfTheNearestDepartment() { // [S10]
        long elsewhere = office.deal(
                row -> row.setDepartmentId(beans.getBean(SampleData.class).department("另一分公司")));
        risk(elsewhere, 2, 2);
        assertThat(band(deal)).isEqualTo("LOW");
        office.publish("risk", office.branch, STRICT, TODAY);
        assertThat(band(deal)).isEqualTo("CRITICAL");
        assertThat(register(deal).at("/bands/high").asInt())
                .as("empty cells go by it, too")
                .isEqualTo(3);
        assertThat(band(elsewhere)).isEqualTo("LOW");
        assertThat(register(elsewhere).at("/bands/high").asInt()).isEqualTo(15);
    }

    @Test
    void waitsForTheDayOfTheRule() {
        office.publish("risk", null, STRICT, TODAY.plusDays(1));
        assertThat(band(deal)).isEqualTo("LOW");
        office.publish("risk", office.centre, STRICT, TODAY);
        assertThat(band(deal)).isEqualTo("CRITICAL");
        assertThat(beans.getBean(RiskQueries.class)
                        .then(deal, Time.lastMomentOf(TODAY.minusDays(1)), office.as(office.seller))
                        .bands())
                .as("what was sent yesterday stays by the bands of yesterday")
                .isEqualTo(RiskRule.shipped());
    }

    @Test
    void isTriedAgainstThePast() { // [X7]
        risk(deal, 2, 3);
        risk(deal, 5, 5);
        long light = office.deal(_ -> {});
        risk(light, 1, 1);
        long closed = office.deal(_ -> {});
        office.api(office.seller)
                .create(
                        "/api/opportunities/" + closed + "/risks",
                        "{\"title\": \"过去了\", \"probability\": 2, \"impact\": 3, \"state\": \"CLOSED\"}");
        var stretch = new RuleStretch<>(
                TODAY.minusDays(1),
                TODAY.plusDays(1),
                false,
                Set.of(office.centre),
                RiskRule.shipped(),
                new RiskRule(3, 5, 20));
        Viewer seller = office.as(office.seller);
        TrialResult found = beans.getBean(RiskTrial.class).run(List.of(stretch), seller, (_, _) -> {});
        assertThat(found.records())
                .extracting(TrialResult.Changed::id, TrialResult.Changed::from, TrialResult.Changed::to)
                .as("the heaviest that differs: 2 × 3, no longer medium; 5 × 5 is critical by both")
                .containsExactly(tuple(deal, "MEDIUM", "HIGH"));
        assertThat(found.changed()).isOne();
        assertThat(beans.getBean(RiskTrial.class)
                        .run(List.of(stretch), office.as(office.director), (_, _) -> {})
                        .changed())
                .as("not of others")
                .isZero();
    }

    private void risk(long id, int probability, int impact) {
        office.api(office.seller)
                .create(
                        "/api/opportunities/" + id + "/risks",
                        "{\"title\": \"对手压价\", \"probability\": %d, \"impact\": %d}".formatted(probability, impact));
    }

    private String band(long id) {
        return register(id).at("/risks/0/band").asString();
    }

    private JsonNode register(long id) {
        return office.api(office.seller).read("/api/opportunities/" + id + "/risks");
    }
}
