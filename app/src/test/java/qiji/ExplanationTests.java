package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.Viewers;
import qiji.records.Records;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What is said of who sees a record, and why, is what the rules in plain Java say. A5 */
@ModuleTest
class ExplanationTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    Records records;

    @Autowired
    Viewers viewers;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whoSeesItIsTold(long seed) {
        RandomCompany company = new RandomCompany(jooq, writing, seed).found();
        Api api = Api.of(http, explainer());
        for (RandomCompany.Deal deal : company.deals.subList(0, 8)) {
            Set<Long> seers = company.users.stream()
                    .filter(user -> company.sees(user, deal))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told(api, deal, company)).isEqualTo(seers);
            for (long user : company.users) {
                JsonNode why = api.read("/api/explanations/{u}?recordType=opportunity&recordId={r}", user, deal.id());
                assertThat(why.path("sees").booleanValue()).isEqualTo(seers.contains(user));
                assertThat(why.path("reasons").isEmpty()).isNotEqualTo(seers.contains(user));
                assertThat(why.path("missing").size() + why.path("reasons").size())
                        .isPositive();
            }
        }
    }

    @Test
    void aSecretWithinReachIsToldAsTheSecrecy() {
        RandomCompany company = new RandomCompany(jooq, writing, 1).found();
        Api api = Api.of(http, explainer());
        int asked = 0;
        for (RandomCompany.Deal deal : company.deals) {
            for (long user : company.users) {
                if (company.isInScope(user, deal.owner(), deal.department()) && !company.sees(user, deal)) {
                    JsonNode why =
                            api.read("/api/explanations/{u}?recordType=opportunity&recordId={r}", user, deal.id());
                    assertThat(why.path("missing"))
                            .anySatisfy(one -> assertThat(one.asString()).startsWith("它是机密商机：要有权限“查看机密商机”"));
                    assertThat(why.path("missing"))
                            .noneSatisfy(one -> assertThat(one.asString())
                                    .isIn(Scope.DEPARTMENT.zh(), Scope.OWNER.zh(), "角色的数据范围是全部"));
                    asked++;
                }
            }
        }
        assertThat(asked).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"task", "activity", "file"})
    void whatHangsOnARecordIsExplainedAsItIsSeen(String type) {
        RandomCompany company = new RandomCompany(jooq, writing, 4).found();
        Api api = Api.of(http, explainer());
        for (RandomCompany.Deal deal : company.deals.subList(0, 8)) {
            long id = jooq.fetchSingle(
                            "select id from " + (type.equals("file") ? "collaboration." : "activity.") + type
                                    + " where record_type = 'opportunity' and record_id = ?",
                            deal.id())
                    .get(0, Long.class);
            for (long user : company.users) {
                boolean sees = !records.query(type, viewers.of(user))
                        .only(List.of(id))
                        .page(1, null)
                        .rows()
                        .isEmpty();
                JsonNode why = api.read("/api/explanations/{u}?recordType={t}&recordId={r}", user, type, id);
                assertThat(why.path("sees").booleanValue()).isEqualTo(sees);
                assertThat(why.path("reasons").isEmpty()).isNotEqualTo(sees);
                assertThat(why.path("missing").toString() + why.path("reasons")).contains("通过商机“" + company.name);
            }
        }
    }

    private Viewer explainer() {
        return SampleData.viewer(
                sample.user("Explainer"),
                "opportunity:read",
                "opportunity:confidential",
                "task:read",
                "activity:read",
                "access:explain");
    }

    /** Of the company's users, since others of other tests may see everything. */
    private static Set<Long> told(Api api, RandomCompany.Deal deal, RandomCompany company) {
        Set<Long> told = new TreeSet<>();
        String after = "0";
        do {
            JsonNode page =
                    api.read("/api/explanations?recordType=opportunity&recordId={r}&after={a}", deal.id(), after);
            page.path("seers").forEach(seer -> told.add(seer.path("userId").asLong()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        told.retainAll(company.users);
        return told;
    }

    @Test
    void isForThoseAllowedAndOfWhatTheySee() {
        RandomCompany company = new RandomCompany(jooq, writing, 3).found();
        long deal = company.deals.getFirst().id();
        Viewer seller = SampleData.scoped(
                SampleData.viewer(sample.user("Seller"), "opportunity:read"), "opportunity", Scope.everything());
        assertThat(Api.of(http, seller).get("/api/explanations?recordType=opportunity&recordId={r}", deal))
                .hasStatus(403);
        Viewer blind = SampleData.scoped(
                SampleData.viewer(sample.user("Blind"), "opportunity:read", "access:explain"),
                "opportunity",
                Scope.none());
        assertThat(Api.of(http, blind).get("/api/explanations?recordType=opportunity&recordId={r}", deal))
                .hasStatus(404);
        assertThat(Api.of(http, explainer()).get("/api/explanations/999999?recordType=opportunity&recordId={r}", deal))
                .hasStatus(404);
    }
}
