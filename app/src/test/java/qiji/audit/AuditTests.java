package qiji.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Audits;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** A7: what was done can be read, in pages, and is no way around field permission. */
@ModuleTest
class AuditTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SampleData sample;

    @Autowired
    Audits audits;

    @Test
    void tellsWhoDidWhatAndFromWhereInPages() {
        long lei = sample.user("Li Lei");
        Viewer reader = SampleData.viewer(lei, "audit:read");
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
