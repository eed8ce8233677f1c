package qiji;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static db.organization.Tables.POST;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.ROLE_SCOPE;
import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Who asks why somebody sees a record is told by which role, department, share or team: what they would change. A5 */
@ModuleTest
class ExplanationNamesTests {
    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private long region;
    private long center;
    private long me;
    private long asked;
    private Viewer admin;
    private Api api;
    private long deal;

    @BeforeEach
    void aDealOfTheCenter() {
        region = sample.department("大区");
        center = sample.department("政企中心", region);
        me = sample.user("沈永刚", center);
        asked = sample.user("Asked");
        admin = SampleData.viewer(
                me,
                "opportunity:read",
                "opportunity:create",
                "opportunity:edit",
                "customer:read",
                "customer:create",
                "contact:read",
                "contact:create",
                "contact:edit",
                "customer:edit",
                "product:read",
                "product:create",
                "product:edit",
                "task:read",
                "task:create",
                "user:read",
                "access:explain");
        admin = new Viewer(me, center, "me", admin.permissions(), admin.scopes(), admin.fieldRules(), false);
        api = Api.of(http, admin);
        deal = api.create("/api/opportunities", "{\"name\": \"专线\"}");
        writing.by(Viewer.system("test"));
    }

    @Test
    void theRoleThatReachesAllIsNamed() {
        role("大区总监", "ALL");
        role("客户经理", "OWN");
        assertThat(reasons(deal)).containsExactly("角色“大区总监”的数据范围是全部");
        assertThat(in("en", deal).path("reasons").get(0).asString()).isEqualTo("Role “大区总监” reaches all records");
    }

    @Test
    void theDepartmentIsNamedAndHowOneStandsInIt() {
        role("主管", "DEPARTMENT");
        role("行业总监", "DEPARTMENT_AND_BELOW");
        live(center);
        assertThat(reasons(deal))
                .containsExactly(
                        "角色“主管”的数据范围是本部门，包含部门“%s”，该用户是其成员".formatted(name(center)),
                        "角色“行业总监”的数据范围是本部门及下级，包含部门“%s”，该用户是其成员".formatted(name(center)));
        jooq.update(DEPARTMENT)
                .set(DEPARTMENT.LEADER_ID, asked)
                .where(DEPARTMENT.ID.eq(center))
                .execute();
        assertThat(reasons(deal)).allSatisfy(it -> assertThat(it).endsWith("该用户是其负责人"));
    }

    @Test
    void theDepartmentAboveIsNamed() {
        role("行业总监", "DEPARTMENT_AND_BELOW");
        jooq.insertInto(POST)
                .set(POST.USER_ID, asked)
                .set(POST.DEPARTMENT_ID, region)
                .set(POST.TITLE, "代理总监")
                .execute();
        assertThat(reasons(deal))
                .containsExactly(
                        "角色“行业总监”的数据范围是本部门及下级，包含部门“%s”，在部门“%s”之下，该用户在那里任“代理总监”".formatted(name(center), name(region)));
    }

    @Test
    void chosenDepartmentsManagersSharesAndTeamsAreNamed() {
        role("支撑", "DEPARTMENTS", center);
        role("主管", "OWN_AND_TEAM");
        jooq.update(APP_USER)
                .set(APP_USER.MANAGER_ID, asked)
                .where(APP_USER.ID.eq(me))
                .execute();
        assertThat(api.post(
                        "/api/shares",
                        "{\"recordType\": \"opportunity\", \"recordId\": \"%d\", \"userId\": \"%d\"}"
                                .formatted(deal, asked)))
                .hasStatus(201);
        jooq.execute(
                "insert into opportunity.member (opportunity_id, user_id, role) values (?, ?, 'SOLUTION')",
                deal,
                asked);
        assertThat(reasons(deal))
                .containsExactly(
                        "角色“支撑”的数据范围包含选定的部门“%s”".formatted(name(center)),
                        "角色“主管”的数据范围是本人和下属：该用户是负责人“%s”的上级".formatted(nameOf(me)),
                        "是虚拟团队成员（方案）",
                        "由“%s”单独共享".formatted(nameOf(me)));
    }

    @Test
    void whatWouldHaveToChangeIsNamed() {
        live(region);
        role("主管", "DEPARTMENT");
        JsonNode why = in("zh", deal);
        assertThat(why.path("sees").booleanValue()).isFalse();
        assertThat(texts(why.path("missing")))
                .containsExactly(
                        "角色“主管”的数据范围（本部门：%s）要包含它：它属于部门“%s”，负责人“%s”".formatted(name(region), name(center), nameOf(me)),
                        "是虚拟团队成员",
                        "被单独共享",
                        "正在等待该用户审批");
    }

    @Test
    void whatTheAskingMayNotReadIsNotNamed() {
        live(region);
        role("主管", "DEPARTMENT");
        Viewer blind = new Viewer(
                me,
                center,
                "me",
                admin.permissions(),
                admin.scopes(),
                java.util.Map.of("opportunity.owner", FieldAccess.HIDDEN, "opportunity.department", FieldAccess.HIDDEN),
                false);
        assertThat(Api.of(http, blind)
                        .read("/api/explanations/{u}?recordType=opportunity&recordId={r}", asked, deal)
                        .toString())
                .contains("它属于其部门，其负责人")
                .doesNotContain(name(center), nameOf(me));
    }

    @Test
    void aLackingPermissionIsToldWithTheRolesThatDoNotGiveIt() {
        long role = role("财务", "ALL");
        jooq.deleteFrom(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.ROLE_ID.eq(role), ROLE_PERMISSION.PERMISSION.eq("opportunity:read"))
                .execute();
        assertThat(in("zh", deal).path("blocked").asString()).isEqualTo("没有权限“查看商机”：角色财务都没有给");
    }

    @Test
    void aProductBelongsToNothing() {
        long product =
                api.create("/api/products", "{\"code\": \"%s\", \"name\": \"云\"}".formatted(SampleData.unique("P")));
        writing.by(Viewer.system("test"));
        role("客户经理", "OWN");
        assertThat(texts(explained("product", product).path("reasons"))).containsExactly("角色“客户经理”有权限“查看产品”，能看到全部产品");
    }

    @Test
    void aContactIsExplainedByItsCustomer() {
        long customer = api.create("/api/customers", "{\"name\": \"%s\"}".formatted(SampleData.unique("华为")));
        long contact = api.create("/api/contacts", "{\"name\": \"张三\", \"customer\": \"%d\"}".formatted(customer));
        writing.by(Viewer.system("test"));
        role("大区总监", "ALL");
        String called = jooq.fetchSingle("select name from customer.customer where id = ?", customer)
                .get(0, String.class);
        assertThat(texts(explained("contact", contact).path("reasons")))
                .containsExactly("通过客户“%s”：角色“大区总监”的数据范围是全部".formatted(called));
    }

    @Test
    void aRecordThatTheAskingDoesNotSeeIsNotNamed() {
        role("大区总监", "ALL");
        long task = api.create(
                "/api/tasks",
                "{\"title\": \"回访\", \"recordType\": \"opportunity\", \"recordId\": \"%d\"}".formatted(deal));
        Set<String> few = Set.of("task:read", "access:explain");
        Viewer blind = new Viewer(me, center, "me", few, admin.scopes(), admin.fieldRules(), false);
        assertThat(Api.of(http, blind)
                        .read("/api/explanations/{u}?recordType=task&recordId={r}", asked, task)
                        .toString())
                .contains("能看到它所属的记录")
                .doesNotContain("专线");
    }

    private long role(String name, String kind, Long... departments) {
        long role = jooq.insertInto(ROLE)
                .set(ROLE.CODE, SampleData.unique("N").replace('-', '_').toUpperCase(Locale.ROOT))
                .set(ROLE.NAME_ZH, name)
                .set(ROLE.NAME_EN, name)
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        for (String object : List.of("opportunity", "customer", "contact", "product", "task")) {
            jooq.insertInto(ROLE_PERMISSION)
                    .set(ROLE_PERMISSION.ROLE_ID, role)
                    .set(ROLE_PERMISSION.PERMISSION, object + ":read")
                    .execute();
            jooq.insertInto(ROLE_SCOPE)
                    .set(ROLE_SCOPE.ROLE_ID, role)
                    .set(ROLE_SCOPE.OBJECT, object)
                    .set(ROLE_SCOPE.KIND, kind)
                    .set(ROLE_SCOPE.DEPARTMENT_IDS, departments)
                    .execute();
        }
        jooq.insertInto(USER_ROLE)
                .set(USER_ROLE.USER_ID, asked)
                .set(USER_ROLE.ROLE_ID, role)
                .execute();
        return role;
    }

    private void live(long department) {
        jooq.update(APP_USER)
                .set(APP_USER.DEPARTMENT_ID, department)
                .where(APP_USER.ID.eq(asked))
                .execute();
    }

    private String name(long department) {
        return jooq.fetchSingle(DEPARTMENT, DEPARTMENT.ID.eq(department)).getName();
    }

    private String nameOf(long user) {
        return jooq.fetchSingle(APP_USER, APP_USER.ID.eq(user)).getName();
    }

    private List<String> reasons(long id) {
        return texts(in("zh", id).path("reasons"));
    }

    private JsonNode explained(String type, long id) {
        return api.read("/api/explanations/{u}?recordType={t}&recordId={r}", asked, type, id);
    }

    private JsonNode in(String language, long id) {
        return Api.body(http.get()
                .uri("/api/explanations/{u}?recordType=opportunity&recordId={r}", asked, id)
                .header("Accept-Language", language)
                .with(authentication(new TestingAuthenticationToken(admin, null, "USER")))
                .exchange());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
