package qiji.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Audits;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A7: what was done can be read, in pages, and is no way around field permission. */
@ModuleTest
class AuditTests {
    private static final String[] RIGHTS = {
        "audit:read",
        "customer:read",
        "customer:create",
        "customer:edit",
        "contact:read",
        "contact:create",
        "contact:edit",
        "opportunity:read",
        "opportunity:create",
        "opportunity:edit",
        "opportunity:confidential",
        "activity:read",
        "activity:create"
    };
    private static final String FOLLOW_UP =
            "{\"recordType\": \"customer\", \"recordId\": \"%d\", \"kind\": \"CALL\", \"subject\": \"电话\"}";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SampleData sample;

    @Autowired
    Audits audits;

    @Test
    void tellsWhoDidWhatAndFromWhereInPages() {
        long lei = sample.user("Li Lei");
        Viewer reader = SampleData.viewer(lei, "audit:read", "customer:read", "opportunity:read");
        for (int i = 0; i < 3; i++) {
            audits.record(reader, "export", "customer.customer", 42L, Map.of("rows", i));
        }
        assertThat(page(reader, "?user=" + lei + "&limit=2"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"rows": [{"action": "export", "subjectType": "customer.customer", "subjectId": "42", "after": {"rows": 2}},
                                  {"after": {"rows": 1}}]}""");
        String next = next(page(reader, "?user=" + lei + "&limit=2"));
        assertThat(page(reader, "?user=" + lei + "&limit=2&after=" + next))
                .bodyJson()
                .isLenientlyEqualTo("{\"rows\": [{\"after\": {\"rows\": 0}}]}");
    }

    @Test
    void leavesOutWhatTheViewerMayNotReadInTheRecord() { // A4
        long lei = sample.user("Li Lei", sample.department("City"));
        Viewer reader = new Viewer(
                lei,
                0,
                "reader",
                Set.of("audit:read", "user:read"),
                Map.of(),
                Map.of("user.department", FieldAccess.HIDDEN, "user.employeeNumber", FieldAccess.HIDDEN),
                false);
        assertThat(page(reader, "?subjectType=organization.app_user&subjectId=" + lei))
                .bodyText()
                .contains("username", "系统")
                .doesNotContain("department_id", "employee_number");
    }

    @Test
    void tellsBeforeAndAfterOfRowsThatKeepVersions() {
        long lei = sample.user("Li Lei");
        Api api = Api.of(mvc, SampleData.viewer(lei, RIGHTS));
        long customer = api.create("/api/customers", "{\"name\": \"华夏网络\", \"region\": \"西安\"}");
        api.patch("/api/customers/" + customer, "{\"name\": \"华夏科技\"}");
        long contact = api.create(
                "/api/contacts",
                "{\"name\": \"王总\", \"customer\": \"%d\", \"phone\": \"13800138000\"}".formatted(customer));
        api.patch("/api/contacts/" + contact, "{\"phone\": \"13900139000\"}");

        JsonNode rows = api.read("/api/audit?user=" + lei + "&subjectType=customer.customer")
                .path("rows");
        assertThat(rows.at("/0/before/name").asString()).isEqualTo("华夏网络");
        assertThat(rows.at("/0/after/name").asString()).isEqualTo("华夏科技");
        assertThat(rows.at("/0/after").has("region")).isFalse();
        assertThat(rows.at("/1/after/region").asString()).isEqualTo("西安");
        assertThat(api.get("/api/audit?user=" + lei + "&subjectType=customer.contact"))
                .bodyText()
                .contains("phone_cipher", "•••")
                .doesNotContain("8000", "9000", "x01"); // nothing of the sealed number, nor of its hashes
    }

    @Test
    void isNoWayAroundTheScopeOfWhoReadsIt() { // A3
        long lei = sample.user("Li Lei");
        long other = sample.user("Han Meimei");
        Api writer = Api.of(mvc, SampleData.viewer(other, RIGHTS));
        long customer = writer.create("/api/customers", "{\"name\": \"他人的客户\"}");
        writer.create("/api/activities", FOLLOW_UP.formatted(customer));
        Viewer reader = SampleData.viewer(lei, RIGHTS);
        String ofTheOther = "/api/audit?user=" + other;
        assertThat(Api.of(mvc, reader).read(ofTheOther).path("rows").size()).isGreaterThanOrEqualTo(2);
        Api narrow = Api.of(mvc, SampleData.scoped(reader, "customer", Scope.ofOwners(Set.of(lei))));
        assertThat(narrow.read(ofTheOther).path("rows")).isEmpty();
        narrow.create("/api/customers", "{\"name\": \"我的客户\"}");
        assertThat(narrow.get("/api/audit?user=" + lei)).bodyText().contains("我的客户");
    }

    @Test
    void tellsNothingOfAConfidentialOpportunity() { // S12
        long other = sample.user("Han Meimei");
        Api writer = Api.of(mvc, SampleData.viewer(other, RIGHTS));
        writer.create("/api/opportunities", "{\"name\": \"绝密项目\", \"secrecy\": \"CONFIDENTIAL\"}");
        String[] without = Stream.of(RIGHTS)
                .filter(right -> !right.equals("opportunity:confidential"))
                .toArray(String[]::new);
        long lei = sample.user("Li Lei");
        assertThat(Api.of(mvc, SampleData.viewer(lei, RIGHTS)).get("/api/audit?user=" + other))
                .bodyText()
                .contains("绝密项目");
        assertThat(Api.of(mvc, SampleData.viewer(lei, without)).get("/api/audit?user=" + other))
                .bodyText()
                .doesNotContain("绝密项目");
    }

    @Test
    void tellsWhatHangsOnARecordOnlyWhereNothingOfThatIsHidden() { // A4 D6
        long lei = sample.user("Li Lei");
        Viewer knowing = SampleData.viewer(
                lei,
                Stream.concat(Stream.of(RIGHTS), Stream.of("opportunity:profit"))
                        .toArray(String[]::new));
        for (String table : List.of("opportunity.assessment", "approval.request")) {
            audits.record(knowing, "update", table, 42L, Map.of("score", "eighty-seven"));
        }
        audits.record(knowing, "update", "opportunity.cash_month", 42L, Map.of("revenue", "a fortune"));
        Viewer hidden = SampleData.hiding(knowing, "opportunity.score");
        assertThat(page(knowing, "?user=" + lei)).bodyText().contains("eighty-seven", "a fortune");
        assertThat(page(hidden, "?user=" + lei)).hasStatusOk().bodyText().doesNotContain("eighty-seven", "a fortune");
        assertThat(page(SampleData.viewer(lei, RIGHTS), "?user=" + lei))
                .bodyText()
                .contains("eighty-seven")
                .doesNotContain("a fortune");
    }

    @Test
    void tellsOfNoProjectOrDecisionToWhomTheirRecordIsNone() { // A3 D9 D12
        long lei = sample.user("Li Lei");
        Viewer writer = SampleData.viewer(lei, RIGHTS);
        audits.record(writer, "update", "project.project", 42L, Map.of("name", "绝密项目"));
        audits.record(writer, "update", "approval.request", 42L, Map.of("title", "绝密商机"));
        assertThat(page(writer, "?user=" + lei)).bodyText().contains("绝密项目", "绝密商机");
        Viewer narrow = SampleData.scoped(writer, "opportunity", Scope.ofOwners(Set.of(lei)));
        assertThat(page(narrow, "?user=" + lei)).bodyText().doesNotContain("绝密");
    }

    @Test
    void saysWhatSubjectsAndReferencesAreCalled() {
        long lei = sample.user("Li Lei");
        Viewer writer = SampleData.viewer(lei, RIGHTS);
        Api api = Api.of(mvc, writer);
        long customer = api.create("/api/customers", "{\"name\": \"有名有姓\"}");
        long contact = api.create("/api/contacts", "{\"name\": \"王总\", \"customer\": \"%d\"}".formatted(customer));

        JsonNode row = api.read("/api/audit?subjectType=customer.contact&subjectId=" + contact)
                .at("/rows/0");
        assertThat(row.path("subjectName").asString()).isEqualTo("王总");
        assertThat(row.at("/names/customer_id/" + customer).asString()).isEqualTo("有名有姓");
        JsonNode made = api.read("/api/audit?subjectType=customer.customer&subjectId=" + customer)
                .at("/rows/0");
        assertThat(made.at("/names/owner_id/" + lei).asString()).startsWith("Li Lei");
    }

    @Test
    void namesNothingThatTheViewerMayNotSee() { // A3 A4
        long lei = sample.user("Li Lei");
        Viewer writer = SampleData.viewer(lei, RIGHTS);
        long customer = Api.of(mvc, writer).create("/api/customers", "{\"name\": \"秘密的名字\"}");
        String entry = "/api/audit?subjectType=elsewhere.customer&subjectId=" + customer;
        audits.record(writer, "export", "elsewhere.customer", customer, Map.of("customer_id", customer));

        assertThat(Api.of(mvc, writer).get(entry)).bodyText().contains("秘密的名字");
        Viewer narrow = SampleData.scoped(writer, "customer", Scope.ofOwners(Set.of()));
        assertThat(Api.of(mvc, narrow).get(entry)).bodyText().contains("export").doesNotContain("秘密的名字");
        assertThat(Api.of(mvc, SampleData.viewer(lei, "audit:read")).get(entry))
                .bodyText()
                .contains("export")
                .doesNotContain("秘密的名字");
        Viewer blind = new Viewer(
                lei, 0, "blind", writer.permissions(), Map.of(), Map.of("customer.name", FieldAccess.HIDDEN), false);
        assertThat(Api.of(mvc, blind).get(entry)).bodyText().doesNotContain("秘密的名字");
    }

    @Test
    void isClosedToOthersAndRefusesNonsense() {
        assertThat(page(SampleData.viewer(1, "user:read"), "")).hasStatus(HttpStatus.FORBIDDEN);
        Viewer reader = SampleData.viewer(1, "audit:read");
        for (String nonsense : new String[] {"?limit=0", "?limit=1000", "?after=x", "?from=yesterday", "?user=x"}) {
            assertThat(page(reader, nonsense)).as(nonsense).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    private MvcTestResult page(Viewer viewer, String query) {
        return mvc.get().uri("/api/audit" + query).with(As.viewer(viewer)).exchange();
    }

    private static String next(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString().replaceAll("(?s).*\"next\":\"(\\d+)\".*", "$1");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
