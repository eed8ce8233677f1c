package qiji.customer;

import static db.customer.Tables.CUSTOMER;
import static db.customer.Tables.CUSTOMER_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.HandsOver;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.NaughtyStrings;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** B1: the customer archive, over HTTP. */
@ModuleTest
class CustomersTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    @Qualifier("ownedCustomers")
    HandsOver handOver;

    @Autowired
    qiji.access.Writing writing;

    private long department;
    private Viewer seller;
    private Api own;
    private Api chief;

    @BeforeEach
    void aSellerAndTheirChief() {
        department = sample.department("North");
        long id = sample.user("Li Lei", department);
        Viewer all = SampleData.viewer(
                id, "customer:read", "customer:create", "customer:edit", "customer:archive", "user:read");
        seller = SampleData.scoped(all, "customer", Scope.ofOwners(Set.of(id)));
        own = Api.of(http, seller);
        chief = Api.of(
                http,
                SampleData.viewer(
                        sample.user("Chief"),
                        "customer:read",
                        "customer:create",
                        "customer:edit",
                        "customer:archive",
                        "customer:transfer",
                        "user:read",
                        "department:read"));
    }

    @Test
    void belongsToWhoMadeIt() {
        long id = own.create("/api/customers", "{\"name\": \"北京星河科技有限公司\", \"region\": \"北京\"}");

        var page = own.read("/api/customers/" + id);
        assertThat(page.path("version").asInt()).isZero();
        assertThat(page.path("values").path("name").asString()).isEqualTo("北京星河科技有限公司");
        assertThat(page.path("values").path("owner").path("id").asString()).isEqualTo(Long.toString(seller.userId()));
        assertThat(page.path("values").path("department").path("id").asString()).isEqualTo(Long.toString(department));
        assertThat(page.path("may").path("edit").asBoolean()).isTrue();
        assertThat(page.path("may").path("transfer").asBoolean()).isFalse();
        assertThat(page.path("contacts").asInt()).isZero();
    }

    @Test
    void checksTheCreditCodeAndKeepsItAsTheStandardWritesIt() {
        long id = own.create("/api/customers", "{\"name\": \"阿里\", \"creditCode\": \"91330100-799655058b\"}");

        assertThat(own.read("/api/customers/" + id)
                        .path("values")
                        .path("creditCode")
                        .asString())
                .isEqualTo("91330100799655058B");
        assertThat(own.post("/api/customers", "{\"name\": \"阿里 2\", \"creditCode\": \"91330100799655058C\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"creditCode\", \"code\": \"invalid-credit-code\"}]}");
        assertThat(own.post("/api/customers", "{\"name\": \"阿里 3\", \"creditCode\": \"91330100799655058B\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"creditCode\", \"code\": \"taken\"}]}");
    }

    @Test
    void refusesAnEditOfWhatSomeoneElseHasChanged() {
        long id = own.create("/api/customers", "{\"name\": \"A\"}");

        assertThat(own.patch("/api/customers/" + id, "{\"version\": 0, \"name\": \"B\"}"))
                .bodyJson()
                .isEqualTo("{\"version\": 1}");
        assertThat(own.patch("/api/customers/" + id, "{\"version\": 0, \"name\": \"C\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/stale-version\", \"current\": 1}");
        assertThat(own.patch("/api/customers/" + id, "{\"version\": 1, \"name\": null}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    // A3
    @Test
    void hidesWhatTheViewerMayNotSee() {
        long theirs = chief.create("/api/customers", "{\"name\": \"别人的客户\"}");
        String at = "/api/customers/" + theirs;

        assertThat(own.get(at)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.patch(at, "{\"version\": 0, \"name\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.post(at + "/archive", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.put(at + "/owner", "{\"ownerId\": \"%d\", \"reason\": \"x\"}".formatted(seller.userId())))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.post("/api/customers", "{\"name\": \"x\", \"parent\": \"%d\"}".formatted(theirs)))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void givesACustomerToAnotherOwnerWithAReason() {
        long id = own.create("/api/customers", "{\"name\": \"A\"}");
        long south = sample.department("South");
        long next = sample.user("Han Meimei", south);
        String body = "{\"ownerId\": \"%d\", \"reason\": \"区域调整\"}".formatted(next);

        assertThat(own.put("/api/customers/" + id + "/owner", body)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(chief.put("/api/customers/" + id + "/owner", "{\"ownerId\": \"%d\"}".formatted(next)))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(chief.put("/api/customers/" + id + "/owner", "{\"ownerId\": \"99999999\", \"reason\": \"x\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(chief.put("/api/customers/" + id + "/owner", body)).hasStatus(HttpStatus.NO_CONTENT);

        var row = jooq.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(id));
        assertThat(List.of(row.getOwnerId(), row.getDepartmentId())).containsExactly(next, south);
        assertThat(row.getReason()).isEqualTo("区域调整");
        assertThat(own.get("/api/customers/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void lettingSomeoneElseOwnItIsARightOfItsOwn() {
        long next = sample.user("Han Meimei");
        String body = "{\"name\": \"A\", \"owner\": \"%d\"}".formatted(next);

        assertThat(own.post("/api/customers", body)).hasStatus(HttpStatus.BAD_REQUEST);
        long id = chief.create("/api/customers", body);
        assertThat(jooq.fetchValue(CUSTOMER.OWNER_ID, CUSTOMER.ID.eq(id))).isEqualTo(next);
    }

    @Test
    void neverStandsAboveItself() {
        long a = own.create("/api/customers", "{\"name\": \"A\"}");
        long b = own.create("/api/customers", "{\"name\": \"B\", \"parent\": \"%d\"}".formatted(a));
        long c = own.create("/api/customers", "{\"name\": \"C\", \"parent\": \"%d\"}".formatted(b));

        for (long ring : List.of(a, b, c)) {
            assertThat(own.patch("/api/customers/" + a, "{\"version\": 0, \"parent\": \"%d\"}".formatted(ring)))
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"fields\": [{\"field\": \"parent\", \"code\": \"ring\"}]}");
        }
        assertThat(own.patch("/api/customers/" + c, "{\"version\": 0, \"parent\": \"%d\"}".formatted(a)))
                .hasStatusOk();
        assertThat(own.read("/api/customers/" + a).path("subsidiaries").asInt()).isEqualTo(2);
    }

    @Test
    void putsAwayAndTakesBack() {
        String code = "91330100799655058B";
        long id = own.create("/api/customers", "{\"name\": \"A\", \"creditCode\": \"%s\"}".formatted(code));
        assertThat(own.post("/api/customers/" + id + "/archive", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(own.post("/api/customers/" + id + "/archive", "")).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(own.patch("/api/customers/" + id, "{\"name\": \"B\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/archived\"}");
        own.create("/api/customers", "{\"name\": \"A2\", \"creditCode\": \"%s\"}".formatted(code));
        assertThat(own.post("/api/customers/" + id + "/restoration", "")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    // D17: history is kept by the database, derived columns are not.
    @Test
    void keepsEveryVersion() {
        long id = own.create("/api/customers", "{\"name\": \"A\"}");
        own.patch("/api/customers/" + id, "{\"name\": \"B\"}");

        assertThat(jooq.fetchCount(CUSTOMER_VERSION, CUSTOMER_VERSION.ID.eq(id)))
                .isEqualTo(2);
    }

    // A1
    @Test
    void handsOverAllCustomersOfALeaver() {
        own.create("/api/customers", "{\"name\": \"A\"}");
        own.create("/api/customers", "{\"name\": \"B\"}");
        long next = sample.user("Han Meimei", department);

        assertThat(handOver.owned(seller.userId())).isEqualTo(2);
        writing.by(seller);
        assertThat(handOver.handOver(seller.userId(), new HandsOver.Heir(next, department), seller))
                .isEqualTo(2);
        assertThat(handOver.owned(next)).isEqualTo(2);
    }

    @Test
    void hintsAtDuplicatesWhoseNameOrCodeIsAlike() {
        own.create("/api/customers", "{\"name\": \"北京星河动力科技有限公司\", \"creditCode\": \"91330100799655058B\"}");
        own.create("/api/customers", "{\"name\": \"星河动力科技（深圳）有限责任公司\"}");
        chief.create("/api/customers", "{\"name\": \"上海市星河动力科技股份有限公司\"}");

        var equal = own.read("/api/customers/duplicates?name={name}", "星河动力科技集团");
        assertThat(equal.path("matches")).hasSize(2);
        assertThat(equal.path("matches").path(0).path("score").asInt()).isEqualTo(95);
        assertThat(equal.path("hidden").asInt()).isEqualTo(1);
        assertThat(own.read("/api/customers/duplicates?name={name}", "星河动力").path("matches"))
                .hasSize(2);
        assertThat(own.read("/api/customers/duplicates?name={name}", "星河动力科技西南研究基地")
                        .path("matches"))
                .hasSize(2);
        assertThat(own.read("/api/customers/duplicates?name={name}&creditCode={code}", "无关", "91330100799655058B")
                        .path("matches"))
                .hasSize(1);
        assertThat(own.read("/api/customers/duplicates?name={name}", "毫不相干").path("matches"))
                .isEmpty();
        assertThat(own.read("/api/customers/duplicates").path("matches")).isEmpty();
    }

    @Test
    void hintsAtNothingByAFieldThatIsHidden() { // A4
        own.create("/api/customers", "{\"name\": \"星河\", \"creditCode\": \"91330100799655058B\"}");
        Viewer blind = new Viewer(
                seller.userId(),
                0,
                "blind",
                seller.permissions(),
                seller.scopes(),
                java.util.Map.of("customer.creditCode", qiji.access.FieldAccess.HIDDEN),
                false);
        assertThat(Api.of(http, blind)
                        .read("/api/customers/duplicates?creditCode=91330100799655058B")
                        .path("matches"))
                .isEmpty();
    }

    @Test
    void keepsEveryNaughtyNameOrRefusesItClearly() throws IOException {
        List<String> failed = new ArrayList<>();
        for (String naughty : NaughtyStrings.all()) {
            String body = JsonMapper.shared().writeValueAsString(java.util.Map.of("name", naughty));
            MvcTestResult answer = own.post("/api/customers", body);
            int status = answer.getResponse().getStatus();
            if (status == 201) {
                String id = Api.body(answer).path("id").asString();
                String kept = own.read("/api/customers/" + id)
                        .path("values")
                        .path("name")
                        .asString();
                if (!kept.equals(naughty)) {
                    failed.add(naughty);
                }
            } else if (status != 400) {
                failed.add(naughty);
            }
            if (own.get("/api/customers/duplicates?name={name}", naughty)
                            .getResponse()
                            .getStatus()
                    != 200) {
                failed.add("duplicates of " + naughty);
            }
        }
        assertThat(failed).isEmpty();
    }
}
