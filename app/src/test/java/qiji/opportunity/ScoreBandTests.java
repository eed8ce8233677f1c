package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.scoped;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Scores against what became of them. [D6] */
@ModuleTest
class ScoreBandTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private Viewer other;

    @BeforeEach
    void twoSellers() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = seller("Li Lei");
        other = seller("Han Meimei");
        for (Viewer owner : new Viewer[] {seller, seller, other}) {
            scored(owner, "100", "PRIORITY", "WON");
            scored(owner, "90.00", "PRIORITY", "LOST");
            scored(owner, "89.99", "PRIORITY", "OPEN");
            scored(owner, "0", "ABANDON", "ABANDONED");
        }
        scored(seller, "95", "PRIORITY", "WON");
    }

    private Viewer seller(String called) {
        long user = sample.user(called);
        return scoped(
                SampleData.viewer(user, SampleOpportunities.EVERY_RIGHT), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    private void scored(Viewer owner, String score, String screening, String status) {
        boolean closed = !status.equals("OPEN");
        opportunities.opportunity(owner.userId(), row -> {
            row.setScore(new BigDecimal(score));
            row.setScreening(screening);
            row.setStatus(status);
            row.setExpectedAmount(BigDecimal.TEN);
            row.setClosedOn(closed ? LocalDate.now(Time.ZONE) : null);
            row.setImported(closed);
            row.setWonAmount(status.equals("WON") ? new BigDecimal("500.00") : null);
        });
    }

    @Test
    @DisplayName("[D6] bands of ten points count won, lost and others, as many as the list of the same viewer shows")
    void countsWhatTheListShows() {
        JsonNode bands = http.get("/score-bands", seller).path("bands");
        assertThat(bands).hasSize(10);
        JsonNode best = bands.path(9);
        assertThat(best.path("won").path("count").asInt()).isEqualTo(3);
        assertThat(best.path("won").path("amount").decimalValue()).isEqualByComparingTo("1500");
        assertThat(best.path("lost").path("count").asInt()).isEqualTo(2);
        assertThat(best.path("winRatePercent").decimalValue()).isEqualByComparingTo("60.0");
        assertThat(bands.path(8).path("going").path("count").asInt()).isEqualTo(2);
        assertThat(bands.path(8).path("winRatePercent").isNumber()).isFalse();
        assertThat(bands.path(0).path("other").path("count").asInt()).isEqualTo(2);
        assertThat(http.get("/score-bands", other).at("/bands/9/won/count").asInt())
                .isOne();
        String filter = "{\"and\": [{\"field\": \"score\", \"op\": \"gte\", \"value\": 90}, "
                + "{\"field\": \"status\", \"op\": \"is\", \"value\": \"WON\"}]}";
        assertThat(Api.of(tester, seller)
                        .read("/api/records/opportunity/count?filter={f}", filter)
                        .path("count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("[D6] the same by the direction that was approved")
    void countsByDirection() {
        JsonNode screenings = http.get("/score-bands", seller).path("screenings");
        assertThat(screenings.findValuesAsString("screening"))
                .containsExactly("PRIORITY", "NORMAL", "DEFER", "ABANDON");
        assertThat(screenings.path(0).path("won").path("count").asInt()).isEqualTo(3);
        assertThat(screenings.path(3).path("other").path("count").asInt()).isEqualTo(2);
    }
}
