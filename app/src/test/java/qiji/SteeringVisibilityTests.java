package qiji;

import static db.competitor.Tables.COMPETITOR;
import static db.opportunity.Tables.GATE_WAIVER;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.PLAN_ITEM;
import static db.opportunity.Tables.RISK;
import static db.opportunity.Tables.RIVAL;
import static db.project.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/**
 * In companies of chance, every list and count by which opportunities are steered holds what the rules say in plain Java:
 * grades and RAD grid, scores, waivers, competitors, risks, plans, projects and what waits for a decision. [A3 D3 D5 D6 D7 D9 D11 D12]
 */
@ModuleTest
class SteeringVisibilityTests {
    private static final List<String> PARTS = List.of(
            "rivals",
            "risks",
            "plan",
            "profit",
            "assessments",
            "gate-waivers",
            "city-reports",
            "grade",
            "contacts",
            "key-actions",
            "review",
            "lessons");

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Viewers viewers;

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private long competitor;
    private long waiver;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameOnEveryWayOut(long seed) {
        waiver = sample.user("Waives");
        RandomCompany company = new RandomCompany(jooq, writing, seed).found();
        competitor = competitor();
        company.deals.forEach(deal -> steer(deal.id()));
        for (long user : company.users) {
            Viewer viewer = viewers.find(user).orElseThrow();
            Api api = Api.of(http, viewer);
            Set<Long> seen = company.deals.stream()
                    .filter(deal -> company.sees(user, deal))
                    .map(RandomCompany.Deal::id)
                    .collect(Collectors.toSet());
            counts(api, company, seen);
            company.deals.forEach(deal -> parts(api, deal.id(), seen.contains(deal.id())));
            inbox(api, company, user);
        }
    }

    private void steer(long deal) {
        jooq.insertInto(RIVAL)
                .set(RIVAL.OPPORTUNITY_ID, deal)
                .set(RIVAL.COMPETITOR_ID, competitor)
                .set(RIVAL.THREAT, "HIGH")
                .execute();
        jooq.insertInto(GATE_WAIVER)
                .set(GATE_WAIVER.OPPORTUNITY_ID, deal)
                .set(GATE_WAIVER.STAGE_ID, stage(deal))
                .set(GATE_WAIVER.KIND, "FIELD")
                .set(GATE_WAIVER.ITEM, "customer")
                .set(GATE_WAIVER.WHY, "口头")
                .set(GATE_WAIVER.WAIVED_BY, waiver)
                .set(GATE_WAIVER.WAIVED_AT, Instant.now())
                .execute();
        jooq.insertInto(RISK)
                .set(RISK.OPPORTUNITY_ID, deal)
                .set(RISK.TITLE, "工期")
                .set(RISK.PROBABILITY, 3)
                .set(RISK.IMPACT, 3)
                .set(RISK.CREATED_BY, 0L)
                .execute();
        jooq.insertInto(PLAN_ITEM)
                .set(PLAN_ITEM.OPPORTUNITY_ID, deal)
                .set(PLAN_ITEM.KIND, "STEP")
                .set(PLAN_ITEM.TITLE, "方案")
                .set(PLAN_ITEM.STARTS_ON, LocalDate.EPOCH)
                .set(PLAN_ITEM.ENDS_ON, LocalDate.EPOCH)
                .execute();
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.SCORE, BigDecimal.valueOf(deal % 100))
                .set(OPPORTUNITY.GRADE, "MAJOR")
                .set(OPPORTUNITY.GRADE_CONFIRMED, "MAJOR")
                .set(OPPORTUNITY.GRADE_STATE, "CONFIRMED")
                .where(OPPORTUNITY.ID.eq(deal))
                .execute();
    }

    private long competitor() {
        writing.by(Viewer.system("random company"));
        String name = SampleData.unique("对手");
        return jooq.insertInto(COMPETITOR)
                .set(COMPETITOR.NAME, name)
                .set(COMPETITOR.CREATED_BY, 0L)
                .returningResult(COMPETITOR.ID)
                .fetchSingle()
                .value1();
    }

    private long stage(long deal) {
        return jooq.fetchValue(OPPORTUNITY.STAGE_ID, OPPORTUNITY.ID.eq(deal));
    }

    private void counts(Api api, RandomCompany company, Set<Long> seen) {
        String ours = "{\"field\":\"id\",\"op\":\"in\",\"value\":[%s]}"
                .formatted(
                        company.deals.stream().map(it -> "\"" + it.id() + "\"").collect(Collectors.joining(",")));
        for (String by : List.of("grade", "rad", "period", "screening")) {
            assertThat(total(api.read("/api/records/opportunity/groups?by={by}&filter={f}", by, ours)
                            .path("groups")))
                    .as(by)
                    .isEqualTo(seen.size());
        }
        int open = jooq.fetchCount(OPPORTUNITY, OPPORTUNITY.ID.in(seen), OPPORTUNITY.STATUS.eq("OPEN"));
        String late = "{\"and\":[%s,{\"field\":\"progressOverdue\",\"op\":\"is\",\"value\":true}]}".formatted(ours);
        assertThat(api.read("/api/records/opportunity/count?filter={f}", late)
                        .path("count")
                        .asInt())
                .as("weekly duties")
                .isEqualTo(open);
        int waived = 0;
        for (JsonNode row : api.read("/api/opportunities/gate-waivers")) {
            waived += row.path("userId").asLong() == waiver
                    ? row.path("opportunities").asInt()
                    : 0;
        }
        assertThat(waived).as("waivers").isEqualTo(seen.size());
        JsonNode standing = api.read("/api/opportunities/win-loss?competitor=" + competitor);
        assertThat(standing.path(0).at("/open/count").asInt())
                .as("open ones that meet the competitor")
                .isEqualTo(open);
        JsonNode spanned =
                api.read("/api/opportunities/win-loss?from=2026-01-01&to=2026-01-31&competitor=" + competitor);
        assertThat(spanned.path(0).at("/open/count").asInt())
                .as("open ones, whatever days of closing are asked about")
                .isEqualTo(open);
        int scored = 0;
        for (JsonNode band : api.read("/api/opportunities/score-bands").path("bands")) {
            for (String side : List.of("going", "won", "lost", "other")) {
                scored += band.path(side).path("count").asInt();
            }
        }
        String withScore = "{\"field\":\"score\",\"op\":\"notEmpty\"}";
        assertThat(scored)
                .as("scores")
                .isEqualTo(api.read("/api/records/opportunity/count?filter={f}", withScore)
                        .path("count")
                        .asInt())
                .isGreaterThanOrEqualTo(seen.size());
    }

    /** One by one: not visible is not found. */
    private void parts(Api api, long deal, boolean visible) {
        for (String part : PARTS) {
            status(api, "/api/opportunities/" + deal + "/" + part, visible);
        }
        status(api, "/api/opportunities/" + deal + "/stages/" + stage(deal), visible);
        status(api, "/api/approvals/of?recordType=opportunity&recordId=" + deal, visible);
        long project = jooq.fetchValue(PROJECT.ID, PROJECT.OPPORTUNITY_ID.eq(deal));
        for (String part : List.of("", "/plan", "/reports")) {
            status(api, "/api/projects/" + project + part, visible);
        }
    }

    private static void status(Api api, String way, boolean visible) {
        assertThat(api.get(way).getResponse().getStatus()).as(way).isEqualTo(visible ? 200 : 404);
    }

    /** What waits for somebody, counted and listed; and that alone. */
    private static void inbox(Api api, RandomCompany company, long user) {
        Set<String> waiting = company.deals.stream()
                .filter(deal -> company.approvals.open(user, deal.id()))
                .map(deal -> Long.toString(deal.id()))
                .collect(Collectors.toSet());
        assertThat(api.read("/api/approvals/counts").path("toDo").asInt()).isEqualTo(waiting.size());
        assertThat(api.read("/api/approvals?box=TO_DO").path("rows").findValuesAsString("recordId"))
                .containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(api.read("/api/approvals?box=MINE").path("rows").isEmpty()).isTrue();
    }

    private static int total(JsonNode counted) {
        int total = 0;
        for (JsonNode one : counted) {
            total += one.path("count").intValue();
        }
        return total;
    }
}
