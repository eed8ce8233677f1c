package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

@ModuleTest
class EndpointsTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api api;

    @BeforeEach
    void someone() {
        api = Api.of(http, Everything.allowed(sample.user("Tester"), permissions));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/records/opportunity/fields", // a variable amid
                "/api/records/opportunity", // at the end
                "/api/rules/grade/trials",
                "/api/processes" // none
            })
    void findsPathsWhateverTheirVariables(String path) {
        assertThat(api.get(path)).hasStatusOk();
    }

    @Test
    void tellsAWrongMethodFromAWrongPath() {
        assertThat(api.delete("/api/records/opportunity/fields")).hasStatus(405);
        assertThat(api.get("/api/records/opportunity/fields/none")).hasStatus(404);
        assertThat(api.get("/api/record/opportunity/fields")).hasStatus(404);
    }
}
