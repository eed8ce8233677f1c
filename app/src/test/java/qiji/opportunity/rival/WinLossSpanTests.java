package qiji.opportunity.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Won and lost by competitor within a span of days of closing. [D11] */
@ModuleTest
class WinLossSpanTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    @Autowired
    RivalStore store;

    private SampleOpportunities opportunities;
    private Viewer seller;
    private Viewer other;
    private String name;
    private long competitor;

    @BeforeEach
    void twoSellersAndACompetitor() {
        opportunities = new SampleOpportunities(beans);
        seller = seller("Li Lei");
        other = seller("Han Meimei");
        name = SampleData.unique("对手");
        competitor = Api.of(tester, seller).create("/api/competitors", "{\"name\": \"%s\"}".formatted(name));
    }

    private Viewer seller(String called) {
        String[] rights = new String[SampleOpportunities.EVERY_RIGHT.length + 2];
        System.arraycopy(SampleOpportunities.EVERY_RIGHT, 0, rights, 0, rights.length - 2);
        rights[rights.length - 2] = "competitor:read";
        rights[rights.length - 1] = "competitor:create";
        long user = sample.user(called);
        return SampleData.scoped(SampleData.viewer(user, rights), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    @Test
    @DisplayName("[D11] wins, losses, amounts and rate count by the day of closing, both ends included; open ones stay")
    void countsBySpan() {
        closed("WON", FIRST, seller);
        closed("WON", FIRST.plusDays(1), seller);
        closed("LOST", FIRST.plusDays(2), seller);
        closed("LOST", FIRST.plusDays(3), seller);
        closed("OPEN", null, seller);
        JsonNode span = standing(FIRST.plusDays(1), FIRST.plusDays(2), seller);
        assertThat(span.at("/won/count").asInt()).isOne();
        assertThat(span.at("/won/amount").decimalValue()).isEqualByComparingTo("500");
        assertThat(span.at("/lost/count").asInt()).isOne();
        assertThat(span.at("/lostToIt/count").asInt()).isOne();
        assertThat(span.path("winRatePercent").decimalValue()).isEqualByComparingTo("50");
        assertThat(span.at("/open/count").asInt()).isOne();
        assertThat(standing(FIRST.plusDays(3), null, seller).at("/won/count").asInt())
                .isZero();
        assertThat(standing(null, FIRST, seller).path("winRatePercent").decimalValue())
                .isEqualByComparingTo("100");
        JsonNode none = standing(FIRST.plusYears(1), null, seller);
        assertThat(none.path("winRatePercent").isNumber()).isFalse();
        assertThat(none.at("/open/count").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"1,", ",3", "2,4", "3,3", "9,", ","})
    @DisplayName(
            "[A3 D11] within any span each figure is what the list of the same viewer counts by the filter behind it")
    void countsWhatTheListShows(@Nullable Integer begin, @Nullable Integer end) {
        Random chance = new Random(7);
        for (int i = 0; i < 12; i++) {
            String status = List.of("OPEN", "WON", "LOST", "ABANDONED").get(chance.nextInt(4));
            LocalDate on = status.equals("OPEN") ? null : FIRST.plusDays(chance.nextInt(6));
            closed(status, on, chance.nextBoolean() ? seller : other);
        }
        LocalDate from = begin == null ? null : FIRST.plusDays(begin);
        LocalDate to = end == null ? null : FIRST.plusDays(end);
        Viewer all = SampleData.scoped(seller, "opportunity", Scope.everything());
        for (Viewer viewer : List.of(seller, other, all)) {
            JsonNode standing = standing(from, to, viewer);
            String met = condition("rivals", "is", name);
            assertThat(standing.at("/open/count").asInt()).isEqualTo(listed(met, "OPEN", null, null, viewer));
            assertThat(standing.at("/won/count").asInt()).isEqualTo(listed(met, "WON", from, to, viewer));
            assertThat(standing.at("/lost/count").asInt()).isEqualTo(listed(met, "LOST", from, to, viewer));
            assertThat(standing.at("/lostToIt/count").asInt())
                    .isEqualTo(listed(
                            condition("lostToCompetitor", "is", Long.toString(competitor)), "LOST", from, to, viewer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-02&to=2026-03-01, to",
        "from=soon, from",
        "to=2026-02-30, to",
        "from=0001-01-01, from",
        "to=%2B999999999-01-01, to"
    })
    @DisplayName("[D11] a span that ends before it begins, or is none, is told with its field")
    void refusesNoSpan(String asked, String field) {
        assertThat(Api.of(tester, seller).get("/api/opportunities/win-loss?" + asked))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("\"" + field + "\"");
    }

    @Test
    @DisplayName("[A4 D11] who may not read the day of closing cannot find it out by asking for spans")
    void keepsAHiddenDay() {
        closed("WON", FIRST, seller);
        Viewer blind = new Viewer(
                seller.userId(),
                0,
                seller.name(),
                seller.permissions(),
                seller.scopes(),
                Map.of("opportunity.closedOn", FieldAccess.HIDDEN),
                false);
        Api api = Api.of(tester, blind);
        assertThat(api.get("/api/opportunities/win-loss?from=" + FIRST))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("\"from\"");
        assertThat(standing(null, null, blind).at("/won/count").asInt()).isOne();
    }

    private void closed(String status, @Nullable LocalDate on, Viewer owner) {
        long id = opportunities.opportunity(owner.userId(), row -> {
            row.setStatus(status);
            row.setOpenedOn(FIRST.minusDays(1));
            row.setClosedOn(on);
            row.setImported(true);
            row.setWonAmount(status.equals("WON") ? new BigDecimal("500.00") : null);
            row.setLostToCompetitorId(status.equals("LOST") ? competitor : null);
        });
        var met = new db.opportunity.tables.records.OpportunityRecord();
        met.setId(id);
        met.setLostToCompetitorId(competitor);
        store.meet(List.of(met));
    }

    private JsonNode standing(@Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        String span = (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
        return Api.of(tester, viewer)
                .read("/api/opportunities/win-loss?competitor=" + competitor + span)
                .path(0);
    }

    private int listed(String which, String status, @Nullable LocalDate from, @Nullable LocalDate to, Viewer viewer) {
        String filter = "{\"and\": [%s, %s%s%s]}"
                .formatted(
                        which,
                        condition("status", "is", status),
                        from == null ? "" : ", " + condition("closedOn", "gte", from.toString()),
                        to == null ? "" : ", " + condition("closedOn", "lte", to.toString()));
        return Api.of(tester, viewer)
                .read("/api/records/opportunity/count?filter={f}", filter)
                .path("count")
                .asInt();
    }

    private static String condition(String field, String op, String value) {
        return "{\"field\": \"%s\", \"op\": \"%s\", \"value\": \"%s\"}".formatted(field, op, value);
    }
}
