package qiji.records.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** X2: views are kept for oneself, a team, everybody; they tell a list's state, never whose records. A2 A4 */
@ModuleTest
class SavedViewTests {
    private static final String[] READS = {"customer:read", "department:read", "user:read"};

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private long region;
    private long branch;
    private long elsewhere;
    private Viewer boss;
    private Viewer seller;
    private Viewer stranger;

    @BeforeEach
    void aCompany() {
        region = sample.department("Region");
        branch = sample.department("Branch", region);
        elsewhere = sample.department("Elsewhere");
        boss = viewer("Boss", region, "view:share");
        seller = viewer("Seller", branch);
        stranger = viewer("Stranger", elsewhere);
    }

    private Viewer viewer(String name, long department, String... further) {
        long id = sample.user(name, department);
        String[] rights = java.util.stream.Stream.of(READS, further)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return SampleData.viewer(id, rights);
    }

    private Api as(Viewer viewer) {
        return Api.of(http, viewer);
    }

    private static String view(String audience, String state) {
        return "{\"name\":\"重点客户\",\"audience\":\"%s\",\"state\":%s}".formatted(audience, state);
    }

    private String ofTeam(long department, String state) {
        return "{\"name\":\"团队\",\"audience\":\"TEAM\",\"departmentId\":\"%d\",\"state\":%s}"
                .formatted(department, state);
    }

    private long save(Viewer viewer, String body) {
        return as(viewer).create("/api/views?type=customer", body);
    }

    private JsonNode views(Viewer viewer) {
        return as(viewer).read("/api/views?type=customer");
    }

    private static final String STATE = """
            {"filter":{"field":"industry","op":"notEmpty"},"sort":"-createdAt,name","group":"owner","show":"BOARD",
             "columns":[{"field":"name","width":240},{"field":"owner.department","width":120}],"date":"createdAt",
             "chart":"PIE","measure":"annualRevenue"}""";

    @Test
    void keepAllOfAListsState() {
        save(seller, view("ME", STATE));
        JsonNode kept = views(seller).at("/views/0");
        assertThat(kept.path("state"))
                .isEqualTo(tools.jackson.databind.json.JsonMapper.shared().readTree(STATE));
        assertThat(kept.path("editable").booleanValue()).isTrue();
        assertThat(kept.path("applicable").booleanValue()).isTrue();
        assertThat(views(boss).path("views")).isEmpty();
    }

    @Test
    void ofATeamAreFoundBelowItOnly() {
        save(boss, ofTeam(region, STATE));
        assertThat(views(seller).path("views")).hasSize(1);
        assertThat(views(seller).at("/views/0/editable").booleanValue()).isFalse();
        assertThat(views(stranger).path("views")).isEmpty();

        save(boss, ofTeam(branch, STATE));
        assertThat(views(boss).path("views")).hasSize(2);
        assertThat(views(viewer("Neighbour", sample.department("Other", region)))
                        .path("views"))
                .hasSize(1);
    }

    @Test
    void areSharedWithRightsOnly() {
        assertThat(as(seller).post("/api/views?type=customer", ofTeam(branch, STATE)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(boss).post("/api/views?type=customer", view("EVERYBODY", STATE)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(boss).post("/api/views?type=customer", ofTeam(elsewhere, STATE)))
                .as("with one's own team only")
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(as(boss).post("/api/views?type=contact", view("ME", "{}"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(boss).post("/api/views?type=nothing", view("ME", "{}"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void areChangedByTheirOwnerOnTheVersionThatWasRead() {
        long id = save(boss, ofTeam(region, STATE));
        String body = "{\"version\":%d,\"name\":\"新\",\"audience\":\"ME\",\"state\":{}}";
        assertThat(as(seller).put("/api/views/" + id, body.formatted(0))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(stranger).put("/api/views/" + id, body.formatted(0))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(boss).put("/api/views/" + id, body.formatted(7))).hasStatus(HttpStatus.CONFLICT);
        assertThat(as(boss).put("/api/views/" + id, body.formatted(0))).hasStatusOk();
        assertThat(views(seller).path("views")).isEmpty();
        assertThat(as(seller).delete("/api/views/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(boss).delete("/api/views/" + id)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(views(boss).path("views")).isEmpty();
        assertThat(jooq.fetchCount(
                        db.audit.Tables.ENTRY,
                        db.audit.Tables.ENTRY
                                .SUBJECT_TYPE
                                .eq("records.saved_view")
                                .and(db.audit.Tables.ENTRY.SUBJECT_ID.eq(id))))
                .as("made, changed, deleted")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\":{\"field\":\"nothing\",\"op\":\"empty\"}} | state.filter.field",
                "{\"filter\":{\"and\":[{\"field\":\"name\",\"op\":\"is\",\"value\":1}]}} | state.filter.and[0].value",
                "{\"sort\":\"-nothing\"} | state.sort",
                "{\"columns\":[{\"field\":\"name\"},{\"field\":\"nothing\"}]} | state.columns[1].field",
                "{\"columns\":[{\"field\":\"name\",\"width\":3}]} | state.columns[0].width",
                "{\"columns\":[null]} | state.columns[0].field",
                "{\"group\":\"name\"} | state.group",
                "{\"date\":\"name\"} | state.date",
                "{\"measure\":\"name\"} | state.measure",
            })
    void tellThePlaceOfWhatIsWrong(String state, String place) {
        MvcTestResult answer = as(seller).post("/api/views?type=customer", view("ME", state));
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Api.body(answer).at("/fields/0/field").asString()).isEqualTo(place);
    }

    @Test
    void tellNothingOfFieldsThatTheReaderMayNotRead() {
        save(boss, ofTeam(region, STATE));
        JsonNode withoutOwner = views(hiding(seller, "owner")).at("/views/0");
        assertThat(withoutOwner.path("applicable").booleanValue()).isTrue();
        assertThat(withoutOwner.path("state").toString()).doesNotContain("owner");
        assertThat(withoutOwner.at("/state/columns")).hasSize(1);

        JsonNode withoutSort = views(hiding(seller, "createdAt")).at("/views/0");
        assertThat(withoutSort.at("/state/sort").asString()).isEqualTo("name");
        assertThat(withoutSort.at("/state/date").isNull()).isTrue();

        JsonNode withoutIndustry = views(hiding(seller, "industry")).at("/views/0");
        assertThat(withoutIndustry.path("applicable").booleanValue()).isFalse();
        assertThat(withoutIndustry.toString()).doesNotContain("industry").doesNotContain("notEmpty");
    }

    private static Viewer hiding(Viewer viewer, String field) {
        return new Viewer(
                viewer.userId(),
                viewer.departmentId(),
                viewer.name(),
                viewer.permissions(),
                viewer.scopes(),
                Map.of("customer." + field, FieldAccess.HIDDEN),
                false);
    }

    @Test
    void beginAListForOneselfElseForARole() {
        Viewer publisher = viewer("Publisher", region, "view:publish", "view:share");
        long everybodys = save(publisher, view("EVERYBODY", "{}"));
        long teams = save(publisher, ofTeam(branch, "{}"));
        long role = jooq.fetchSingle("select id from organization.role where code = 'ACCOUNT_MANAGER'")
                .get(0, Long.class);
        give(seller, role);

        assertThat(as(publisher).put("/api/views/" + teams + "/roles", "{\"roleIds\":[\"" + role + "\"]}"))
                .as("a role's people may not all find it")
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(as(publisher).put("/api/views/" + everybodys + "/roles", "{\"roleIds\":[\"" + role + "\"]}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(views(seller).path("firstId").asString()).isEqualTo(Long.toString(everybodys));
        assertThat(views(stranger).path("firstId").isNull()).isTrue();

        assertThat(as(seller).put("/api/views/first", "{\"type\":\"customer\",\"viewId\":\"" + teams + "\"}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(views(seller).path("firstId").asString()).isEqualTo(Long.toString(teams));
        assertThat(as(stranger).put("/api/views/first", "{\"type\":\"customer\",\"viewId\":\"" + teams + "\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(as(publisher).delete("/api/views/" + teams)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(views(seller).path("firstId").asString()).isEqualTo(Long.toString(everybodys));
    }

    @Test
    void refuseARoleThatThereIsNot() {
        Viewer publisher = viewer("Publisher", region, "view:publish");
        long everybodys = save(publisher, view("EVERYBODY", "{}"));
        assertThat(as(publisher).put("/api/views/" + everybodys + "/roles", "{\"roleIds\":[\"999999999\"]}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[0].field")
                .isEqualTo("roleIds");
    }

    private void give(Viewer viewer, long role) {
        jooq.execute("select set_config('qiji.writer', '0', true)");
        jooq.execute("insert into organization.user_role (user_id, role_id) values (?, ?)", viewer.userId(), role);
    }

    @Test
    void showNobodyMoreRecordsThanTheyMaySee() {
        save(boss, ofTeam(region, "{\"filter\":{\"field\":\"name\",\"op\":\"notEmpty\"}}"));
        long owner = sample.user("Owner", elsewhere);
        Viewer maker = SampleData.viewer(owner, "customer:create", "customer:read");
        as(maker).create("/api/customers", "{\"name\":\"%s\"}".formatted(SampleData.unique("公司")));
        Viewer narrow = SampleData.scoped(seller, "customer", Scope.ofDepartments(Set.of(branch)));
        String filter = views(narrow).at("/views/0/state/filter").toString();
        assertThat(as(narrow)
                        .read("/api/records/customer/count?filter={f}", filter)
                        .path("count")
                        .intValue())
                .isZero();
    }
}
