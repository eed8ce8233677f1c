package qiji.organization;

import static db.organization.Tables.ROLE;
import static db.organization.Tables.ROLE_PERMISSION;
import static db.organization.Tables.USER_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Problem;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A2 A3 A4: roles as data, and no way up by administering others. */
@ModuleTest
class RolesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SampleData sample;

    @Autowired
    Assignments assignments;

    @Autowired
    Viewers viewers;

    @Autowired
    Permissions permissions;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Test
    void shipsRolesThatGiveOnlyWhatModulesDeclare() {
        assertThat(jooq.selectDistinct(ROLE_PERMISSION.PERMISSION)
                        .from(ROLE_PERMISSION)
                        .fetch(ROLE_PERMISSION.PERMISSION))
                .isSubsetOf(permissions.codes());
    }

    @Test
    void reachesAsFarAsTheShippedRolesSay() {
        long branch = sample.department("Branch");
        long center = sample.department("Center", branch);
        long lei = sample.user("Li Lei", branch);
        Viewer manager = with(lei, "ACCOUNT_MANAGER");
        assertThat(manager.scopeOf("opportunity")).isEqualTo(Scope.ofOwners(Set.of(lei)));
        assertThat(manager.may("opportunity:create")).isTrue();
        assertThat(manager.may("user:edit")).isFalse();
        assertThat(manager.accessTo("product", "cost")).isEqualTo(FieldAccess.HIDDEN);

        Viewer director = with(lei, "CENTER_DIRECTOR");
        assertThat(director.scopeOf("opportunity")).isEqualTo(new Scope.Part(Set.of(branch, center), Set.of(lei)));
        assertThat(director.accessTo("product", "cost")).isEqualTo(FieldAccess.WRITABLE);

        assertThat(with(lei, "SALES_OPS").scopeOf("customer")).isEqualTo(Scope.everything());
        assertThat(with(lei, "PARTNER").permissions()).doesNotContain("customer:read", "user:read");
        assertThat(with(lei, "SYSTEM_ADMIN").permissions()).isEqualTo(permissions.codes());
    }

    @Test
    void editsARoleAndItHoldsAtOnce() {
        Viewer admin = administrator();
        long role = roleOf(admin, "{\"name\": \"审计员\", \"permissions\": [\"user:read\"]}");
        long lei = sample.user("Li Lei");
        assignments.setRoles(lei, Set.of(role), admin);
        assertThat(viewers.of(lei).permissions()).containsExactly("user:read");
        assertThat(put(admin, "/api/roles/" + role, """
                        {"name": "审计员", "version": 0, "permissions": ["customer:read"],
                         "scopes": {"customer": {"kind": "OWN"}},
                         "fieldRules": [{"object": "customer", "field": "annualRevenue", "access": "HIDDEN"}]}""")).hasStatusOk();
        assertThat(viewers.of(lei).permissions()).containsExactly("customer:read");
        assertThat(viewers.of(lei).scopeOf("customer")).isEqualTo(Scope.ofOwners(Set.of(lei)));
        assertThat(viewers.of(lei).accessTo("customer", "annualRevenue")).isEqualTo(FieldAccess.HIDDEN);
    }

    @Test
    void refusesRolesThatCannotBe() {
        Viewer admin = administrator();
        assertThat(post(admin, "/api/roles", "{\"permissions\": [\"made:up\"]}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder("name", "permissions");
        assertThat(post(
                        admin,
                        "/api/roles",
                        "{\"name\": \"x\", \"permissions\": [], \"scopes\": {\"customer\": {\"kind\": \"SOME\"}}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(delete(admin, "/api/roles/" + id("PARTNER"))).hasStatus(HttpStatus.CONFLICT);
        assertThat(put(admin, "/api/roles/" + id("SYSTEM_ADMIN"), "{\"name\": \"x\", \"permissions\": []}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/fixed-role\"}");
    }

    @Test
    void keepsTheLastAdministrator() {
        Viewer system = Viewer.system("test");
        long admin = jooq.fetchValue(
                db.organization.Tables.APP_USER.ID, db.organization.Tables.APP_USER.USERNAME.eq("admin"));
        assertThatThrownBy(() -> assignments.setRoles(admin, Set.of(), system)).isInstanceOf(Problem.class);
    }

    @Test
    void givesNobodyMoreThanOneHolds() {
        long region = sample.department("Region");
        Viewer local = new Viewer(
                sample.user("Local", region),
                region,
                "Local",
                Set.of("user:read", "user:edit", "role:edit", "customer:read"),
                Map.of("user", Scope.ofDepartments(Set.of(region)), "customer", Scope.ofDepartments(Set.of(region))),
                Map.of("customer.annualRevenue", FieldAccess.HIDDEN),
                false);
        long mine = sample.user("Mine", region);
        long theirs = sample.user("Theirs", sample.department("Elsewhere"));
        assertThat(put(local, "/api/users/" + mine + "/roles", "{\"roleIds\": [\"%d\"]}".formatted(id("SYSTEM_ADMIN"))))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/beyond-own-rights\"}");
        assertThat(post(local, "/api/users/" + theirs + "/password-link", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(local, "/api/users/" + mine + "/password-link", "{}")).hasStatus(HttpStatus.CREATED);
        assertThat(put(local, "/api/users/" + local.userId() + "/posts", "[]")).hasStatus(HttpStatus.FORBIDDEN);

        for (String wider : List.of(
                "{\"name\": \"x\", \"permissions\": [\"user:export\"]}",
                "{\"name\": \"x\", \"permissions\": [\"customer:read\"], \"scopes\": {\"customer\": {\"kind\": \"ALL\"}}}",
                "{\"name\": \"x\", \"permissions\": [\"customer:read\"], \"scopes\": {\"customer\": {\"kind\": \"OWN\"}}}")) {
            assertThat(post(local, "/api/roles", wider)).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(post(local, "/api/roles", """
                        {"name": "x", "permissions": ["customer:read"], "scopes": {"customer": {"kind": "OWN"}},
                         "fieldRules": [{"object": "customer", "field": "annualRevenue", "access": "HIDDEN"}]}""")).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void letsNobodyTakeOverWhoHoldsMore() {
        long region = sample.department("Region");
        long boss = sample.user("Boss", region);
        with(boss, "SYSTEM_ADMIN");
        Viewer local = new Viewer(
                sample.user("Local", region),
                region,
                "Local",
                Set.of("user:read", "user:edit"),
                Map.of("user", Scope.ofDepartments(Set.of(region))),
                Map.of(),
                false);
        for (String way : List.of("/password-link", "/deactivation", "/hand-over")) {
            assertThat(post(local, "/api/users/" + boss + way, "{\"toUserId\": \"1\"}"))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private Viewer with(long userId, String role) {
        writing.by(Viewer.system("test"));
        jooq.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(userId)).execute();
        jooq.insertInto(USER_ROLE, USER_ROLE.USER_ID, USER_ROLE.ROLE_ID)
                .values(userId, id(role))
                .execute();
        return viewers.of(userId);
    }

    private Viewer administrator() {
        return with(sample.user("Administrator"), "SYSTEM_ADMIN");
    }

    private long id(String role) {
        return jooq.fetchValue(ROLE.ID, ROLE.CODE.eq(role));
    }

    private long roleOf(Viewer viewer, String body) {
        assertThat(post(viewer, "/api/roles", body)).hasStatus(HttpStatus.CREATED);
        return jooq.fetchValue(jooq.select(org.jooq.impl.DSL.max(ROLE.ID)).from(ROLE));
    }

    private MvcTestResult post(Viewer viewer, String path, String body) {
        return send(mvc.post().uri(path), body, viewer);
    }

    private MvcTestResult put(Viewer viewer, String path, String body) {
        return send(mvc.put().uri(path), body, viewer);
    }

    private MvcTestResult delete(Viewer viewer, String path) {
        return mvc.delete().uri(path).with(As.viewer(viewer)).exchange();
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String body, Viewer viewer) {
        return request.with(As.viewer(viewer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
