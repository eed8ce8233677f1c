package qiji;

import static db.activity.Tables.ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.RecordAccess;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.opportunity.OpportunityFields;
import qiji.records.exports.Export;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/**
 * In companies of chance, what a person sees is the same on every way out, and is what the rules say in plain Java:
 * list = count = sums = groups = board = export = each record by its id = its follow-ups, files, plan and project. A3
 */
@ModuleTest
class VisibilityTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Viewers viewers;

    @Autowired
    MockMvcTester http;

    @Autowired
    Export export;

    @Autowired
    RecordAccess access;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameOnEveryWayOut(long seed) {
        RandomCompany company = new RandomCompany(jooq, writing, seed).found();
        RandomCustomers customers = new RandomCustomers(jooq, company);
        String ours = "{\"field\":\"id\",\"op\":\"in\",\"value\":[%s]}"
                .formatted(
                        company.deals.stream().map(it -> "\"" + it.id() + "\"").collect(Collectors.joining(",")));
        for (long user : company.users) {
            Viewer viewer = viewers.find(user).orElseThrow();
            List<RandomCompany.Deal> seen = company.deals.stream()
                    .filter(deal -> company.sees(user, deal))
                    .toList();
            check(Api.of(http, viewer), ours, company, seen);
            checkCustomers(Api.of(http, viewer), company, customers, user);
            assertThat(followUps(access.led(viewer, ACTIVITY.RECORD_TYPE, ACTIVITY.RECORD_ID)))
                    .isEqualTo(followUps(access.visible(viewer, ACTIVITY.RECORD_TYPE, ACTIVITY.RECORD_ID)));
            List<Long> all = company.deals.stream().map(RandomCompany.Deal::id).toList();
            assertThat(exported(viewer, ours, List.of())).isEqualTo(seen.size());
            assertThat(exported(viewer, null, all)).isEqualTo(seen.size());
        }
    }

    private Set<Long> followUps(Condition seen) {
        return jooq.select(ACTIVITY.ID).from(ACTIVITY).where(seen).fetchSet(ACTIVITY.ID);
    }

    private void check(Api api, String ours, RandomCompany company, List<RandomCompany.Deal> seen) {
        Set<String> ids =
                seen.stream().map(deal -> Long.toString(deal.id())).collect(Collectors.toCollection(TreeSet::new));
        BigDecimal sum = sum(seen);

        assertThat(listed(api, ours)).isEqualTo(ids);
        assertThat(api.read("/api/records/opportunity/count?filter={f}", ours)
                        .path("count")
                        .intValue())
                .isEqualTo(ids.size());
        assertThat(decimal(api.read("/api/records/opportunity/sums?fields=expectedAmount&filter={f}", ours)
                        .at("/sums/expectedAmount")))
                .isEqualByComparingTo(sum);
        for (String by : List.of("status", "customer.industry", "customer.owner", "customer.createdAt:month")) {
            assertThat(total(api.read("/api/records/opportunity/groups?by={by}&filter={f}", by, ours)
                            .path("groups")))
                    .as(by)
                    .isEqualTo(ids.size());
        }
        checkBoard(api, ours, seen);
        assertThat(found(api, "opportunity", company.name)).isEqualTo(ids);
        assertThat(searched(api, "opportunity", company.name))
                .isSubsetOf(ids)
                .hasSizeGreaterThanOrEqualTo(Math.min(1, ids.size()));
        checkRecords(api, company, ids);
    }

    private static Set<String> listed(Api api, String filter) {
        Set<String> ids = new TreeSet<>();
        String after = "";
        do {
            JsonNode page = api.read("/api/records/opportunity?limit=7&filter={f}&after={a}", filter, after);
            page.path("rows").forEach(row -> ids.add(row.path("id").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return ids;
    }

    private static void checkBoard(Api api, String filter, List<RandomCompany.Deal> seen) {
        JsonNode lanes = api.read("/api/opportunities/board?limit=200&filter={f}", filter)
                .path("lanes");
        Set<String> cards = new TreeSet<>();
        List<BigDecimal> amounts = new ArrayList<>();
        lanes.forEach(lane -> {
            lane.path("rows").forEach(card -> cards.add(card.path("id").asString()));
            amounts.add(decimal(lane.path("amount")));
        });
        assertThat(total(lanes)).isEqualTo(seen.size());
        assertThat(cards)
                .isEqualTo(seen.stream()
                        .map(deal -> Long.toString(deal.id()))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(sum(seen));
    }

    /** One by one, with what hangs on it: not visible is not found. */
    private static void checkRecords(Api api, RandomCompany company, Set<String> ids) {
        for (RandomCompany.Deal deal : company.deals) {
            boolean visible = ids.contains(Long.toString(deal.id()));
            assertThat(api.get("/api/opportunities/" + deal.id()).getResponse().getStatus())
                    .isEqualTo(visible ? 200 : 404);
            String onIt = "{\"and\":[{\"field\":\"recordType\",\"op\":\"is\",\"value\":\"opportunity\"},"
                    + "{\"field\":\"recordId\",\"op\":\"is\",\"value\":\"%d\"}]}".formatted(deal.id());
            assertThat(api.read("/api/records/activity/count?filter={f}", onIt)
                            .path("count")
                            .intValue())
                    .isEqualTo(visible ? 1 : 0);
            assertThat(api.read("/api/records/task/count?filter={f}", onIt)
                            .path("count")
                            .intValue())
                    .isEqualTo(visible ? 1 : 0);
            assertThat(api.read(
                                    "/api/records/lesson/count?filter={f}",
                                    "{\"field\":\"opportunity\",\"op\":\"is\",\"value\":\"%d\"}".formatted(deal.id()))
                            .path("count")
                            .intValue())
                    .isEqualTo(visible ? 1 : 0);
            assertThat(api.read(
                                    "/api/records/project/count?filter={f}",
                                    "{\"field\":\"opportunity\",\"op\":\"is\",\"value\":\"%d\"}".formatted(deal.id()))
                            .path("count")
                            .intValue())
                    .isEqualTo(visible ? 1 : 0);
            for (String part : List.of(
                    "history",
                    "timeline",
                    "team",
                    "lines",
                    "assessments",
                    "risks",
                    "profit",
                    "plan",
                    "lessons",
                    "review")) {
                assertThat(api.get("/api/opportunities/" + deal.id() + "/" + part)
                                .getResponse()
                                .getStatus())
                        .isEqualTo(visible ? 200 : 404);
            }
            var files = api.get("/api/files?recordType=opportunity&recordId=" + deal.id());
            assertThat(files.getResponse().getStatus() == 200 ? Api.body(files).size() : 0)
                    .isEqualTo(visible ? 1 : 0);
        }
    }

    /** And so of customers, with the people there. */
    private static void checkCustomers(Api api, RandomCompany company, RandomCustomers customers, long user) {
        Set<String> seen = new TreeSet<>();
        Set<String> people = new TreeSet<>();
        for (RandomCustomers.Client client : customers.all) {
            boolean visible = customers.sees(user, client);
            if (visible) {
                seen.add(Long.toString(client.id()));
                people.add(Long.toString(client.contact()));
            }
            assertThat(api.get("/api/customers/" + client.id()).getResponse().getStatus())
                    .isEqualTo(visible ? 200 : 404);
            assertThat(api.get("/api/contacts/" + client.contact())
                            .getResponse()
                            .getStatus())
                    .isEqualTo(visible ? 200 : 404);
        }
        for (String type : List.of("customer", "contact")) {
            Set<String> expected = type.equals("customer") ? seen : people;
            assertThat(found(api, type, company.name)).isEqualTo(expected);
            assertThat(searched(api, type, company.name))
                    .isSubsetOf(expected)
                    .hasSizeGreaterThanOrEqualTo(Math.min(1, expected.size()));
            assertThat(api.read(
                                    "/api/records/" + type + "/count?filter={f}",
                                    "{\"field\":\"name\",\"op\":\"is\",\"value\":\"%s\"}".formatted(company.name))
                            .path("count")
                            .intValue())
                    .isEqualTo(expected.size());
        }
    }

    private static Set<String> found(Api api, String type, String name) {
        return new TreeSet<>(api.read("/api/records/" + type + "/lookup?limit=50&q={q}", name)
                .path("items")
                .findValuesAsString("id"));
    }

    private static Set<String> searched(Api api, String type, String name) {
        for (JsonNode group : api.read("/api/search?q={q}", name).path("groups")) {
            if (group.path("type").asString().equals(type)) {
                return new TreeSet<>(group.path("items").findValuesAsString("id"));
            }
        }
        return Set.of();
    }

    /** How many rows the file has below its head, that of all chosen by id included. */
    private int exported(Viewer viewer, @Nullable String filter, List<Long> ids) {
        var wish = new Export.Wish(List.of("number"), filter, null, ids, null);
        var file = new ByteArrayOutputStream();
        var prepared = export.prepare(OpportunityFields.TYPE, wish, Export.Format.CSV, viewer, Locale.CHINESE);
        export.write(prepared, Export.Format.CSV, file);
        return (int) file.toString(StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static BigDecimal sum(List<RandomCompany.Deal> deals) {
        return deals.stream()
                .map(RandomCompany.Deal::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int total(JsonNode counted) {
        int total = 0;
        for (JsonNode one : counted) {
            total += one.path("count").intValue();
        }
        return total;
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    }
}
