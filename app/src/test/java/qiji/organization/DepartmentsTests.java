package qiji.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A department is put away and taken back, from above. A1 */
@ModuleTest
class DepartmentsTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private Api admin;

    @BeforeEach
    void someone() {
        admin = Api.of(http, SampleData.viewer(sample.user("Admin"), "department:read", "department:edit"));
    }

    @Test
    void isTakenBackAfterTheOneAboveIt() {
        long above = admin.create("/api/departments", "{\"name\": \"%s\"}".formatted(SampleData.unique("Above")));
        long below = admin.create(
                "/api/departments",
                "{\"name\": \"%s\", \"parent\": \"%d\"}".formatted(SampleData.unique("Below"), above));
        assertThat(admin.delete("/api/departments/" + above)).hasStatus(HttpStatus.CONFLICT);
        assertThat(admin.delete("/api/departments/" + below)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(admin.delete("/api/departments/" + above)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(restore(admin, below))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/department-above-archived");
        assertThat(restore(admin, above)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(restore(admin, below)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(restore(admin, below)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(admin.patch("/api/departments/" + below, "{\"position\": 3}"))
                .hasStatusOk();

        Api reader = Api.of(http, SampleData.viewer(sample.user("Reader"), "department:read"));
        assertThat(restore(reader, below)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(restore(admin, 987_654_321)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static MvcTestResult restore(Api api, long id) {
        return api.post("/api/departments/" + id + "/restoration", "{}");
    }
}
