package qiji.organization;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A1: departments, people, posts, and what a leaver leaves behind. */
@ModuleTest
class OrganizationTests {
    private static final Viewer ADMIN = SampleData.viewer(
            1,
            "department:read",
            "department:edit",
            "user:read",
            "user:edit",
            "customer:read",
            "opportunity:read",
            "role:edit");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Test
    void buildsATreeOfDepartments() {
        long province = sample.department("Province");
        assertThat(post(
                        "/api/departments",
                        "{\"name\": \"City\", \"code\": \"C-1\", \"parent\": \"%d\"}".formatted(province)))
                .hasStatus(HttpStatus.CREATED);
        assertThat(mvc.get().uri("/api/departments").with(As.viewer(ADMIN)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.code == 'C-1')].parentId")
                .asArray()
                .containsExactly(Long.toString(province));
    }

    @Test
    void refusesADepartmentBelowItself() {
        long province = sample.department("Province");
        long city = sample.department("City", province);
        long county = sample.department("County", city);
        for (long parent : new long[] {province, county}) {
            assertThat(patch("/api/departments/" + province, "{\"parent\": \"%d\"}".formatted(parent)))
                    .hasStatus(HttpStatus.CONFLICT)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"type\": \"/problems/department-cycle\"}");
        }
        assertThat(patch("/api/departments/" + county, "{\"parent\": \"%d\"}".formatted(province)))
                .hasStatusOk();
    }

    @Test
    void refusesAStaleEditAndATakenCode() {
        long one = sample.department("One");
        assertThat(patch("/api/departments/" + one, "{\"version\": 0, \"code\": \"taken\"}"))
                .hasStatusOk();
        assertThat(patch("/api/departments/" + one, "{\"version\": 0, \"code\": \"other\"}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/stale-version\", \"current\": 1}");
    }

    @Test
    void putsAwayADepartmentOnlyWhenItIsEmpty() {
        long city = sample.department("City");
        long user = sample.user("Li Lei", city);
        assertThat(delete("/api/departments/" + city)).hasStatus(HttpStatus.CONFLICT);
        assertThat(post("/api/users/" + user + "/deactivation", "{}")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delete("/api/departments/" + city)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delete("/api/departments/" + city)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void takesOnAPersonAndMovesThem() {
        long city = sample.department("City");
        String username = SampleData.unique("Li.Lei");
        assertThat(post(
                        "/api/users",
                        "{\"name\": \"Li Lei\", \"username\": \"%s\", \"department\": \"%d\"}"
                                .formatted(username, city)))
                .hasStatus(HttpStatus.CREATED);
        long id = jooq.fetchValue(APP_USER.ID, APP_USER.USERNAME.eq(username.toLowerCase(java.util.Locale.ROOT)));
        assertThat(patch("/api/users/" + id, "{\"title\": \"Manager\", \"version\": 0}"))
                .hasStatusOk();
        assertThat(put(
                        "/api/users/" + id + "/posts",
                        "[{\"departmentId\": \"%d\", \"title\": \"Deputy\"}]".formatted(city)))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(mvc.get().uri("/api/users/" + id).with(As.viewer(ADMIN)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"version": 1, "values": {"title": "Manager", "department": {"id": "%d"}}, "roles": [],
                         "posts": [{"departmentId": "%d", "title": "Deputy"}], "may": {"edit": true}}""".formatted(city, city));
    }

    @Test
    void tellsEveryFaultOfAPersonAtOnce() {
        assertThat(
                        post(
                                "/api/users",
                                "{\"name\": \"\", \"department\": \"999999\", \"password_hash\": \"x\", \"state\": \"INACTIVE\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder("name", "username", "department", "password_hash", "state");
        assertThat(post("/api/users", "{\"name\": \"Li Lei\", \"username\": \"li lei\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesToBeManagedByOnesOwnPeople() {
        long boss = sample.user("Boss");
        long middle = sample.user("Middle");
        long worker = sample.user("Worker");
        assertThat(patch("/api/users/" + middle, "{\"manager\": \"%d\"}".formatted(boss)))
                .hasStatusOk();
        assertThat(patch("/api/users/" + worker, "{\"manager\": \"%d\"}".formatted(middle)))
                .hasStatusOk();
        for (long manager : new long[] {boss, middle, worker}) {
            assertThat(patch("/api/users/" + boss, "{\"manager\": \"%d\"}".formatted(manager)))
                    .hasStatus(HttpStatus.CONFLICT);
        }
    }

    @Test
    void handsOverPeopleAndDepartmentsAlsoToOneOfThem() {
        long boss = sample.user("Boss");
        long middle = sample.user("Middle");
        long worker = sample.user("Worker");
        long city = sample.department("City");
        patch("/api/users/" + middle, "{\"manager\": \"%d\"}".formatted(boss));
        patch("/api/users/" + worker, "{\"manager\": \"%d\"}".formatted(middle));
        patch("/api/departments/" + city, "{\"leader\": \"%d\"}".formatted(boss));

        assertThat(mvc.get().uri("/api/users/" + boss + "/possessions").with(As.viewer(ADMIN)))
                .bodyJson()
                .extractingPath("$[?(@.type == 'user')].count")
                .asArray()
                .containsExactly(1);
        assertThat(post("/api/users/" + boss + "/hand-over", "{\"toUserId\": \"%d\"}".formatted(worker)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("[{\"type\": \"user\", \"count\": 1}, {\"type\": \"department\", \"count\": 1}]");
        assertThat(jooq.fetchValue(APP_USER.MANAGER_ID, APP_USER.ID.eq(middle))).isEqualTo(worker);
        assertThat(jooq.fetchValue(APP_USER.MANAGER_ID, APP_USER.ID.eq(worker))).isNull();
        assertThat(jooq.fetchValue(DEPARTMENT.LEADER_ID, DEPARTMENT.ID.eq(city)))
                .isEqualTo(worker);
    }

    @Test
    void handsNothingOverToWhoIsGoneOrTheSame() {
        long lei = sample.user("Li Lei");
        long gone = sample.user("Gone");
        post("/api/users/" + gone + "/deactivation", "{}");
        assertThat(post("/api/users/" + lei + "/hand-over", "{\"toUserId\": \"%d\"}".formatted(gone)))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post("/api/users/" + lei + "/hand-over", "{\"toUserId\": \"%d\"}".formatted(lei)))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post("/api/users/" + lei + "/hand-over", "{\"toUserId\": \"99999999\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void answersWhoMayNotWithForbidden() {
        Viewer reader = SampleData.viewer(1, "user:read", "department:read");
        long lei = sample.user("Li Lei");
        assertThat(mvc.get().uri("/api/users/" + lei).with(As.viewer(reader))).hasStatusOk();
        assertThat(send(mvc.patch().uri("/api/users/" + lei), "{\"title\": \"x\"}", reader))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(mvc.post().uri("/api/departments"), "{\"name\": \"x\"}", reader))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/api/users/99999999").with(As.viewer(reader))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/users/" + lei).with(As.viewer(SampleData.viewer(1))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult post(String path, String body) {
        return send(mvc.post().uri(path), body, ADMIN);
    }

    private MvcTestResult patch(String path, String body) {
        return send(mvc.patch().uri(path), body, ADMIN);
    }

    private MvcTestResult put(String path, String body) {
        return send(mvc.put().uri(path), body, ADMIN);
    }

    private MvcTestResult delete(String path) {
        return mvc.delete().uri(path).with(As.viewer(ADMIN)).exchange();
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String body, Viewer viewer) {
        return request.with(As.viewer(viewer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
