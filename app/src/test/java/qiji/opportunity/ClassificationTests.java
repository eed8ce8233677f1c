package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static qiji.testing.SampleData.scoped;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What follows from how an opportunity is classified. D2 */
@ModuleTest
class ClassificationTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    private SampleOpportunities opportunities;
    private Http http;
    private long owner;
    private Viewer seller;

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        owner = sample.user("Li Lei", sample.department("Sales"));
        seller = viewer(owner, SampleOpportunities.EVERY_RIGHT);
    }

    // D2: a referral names who referred, in a new one as in an edit; what was there before is left alone.
    @Test
    void asksWhoReferred() {
        for (String refused : List.of(
                "{\"name\": \"专线\", \"source\": \"REFERRAL\"}",
                "{\"name\": \"专线\", \"source\": \"REFERRAL\", \"referrer\": \" \"}")) {
            assertThat(http.post("", refused, seller))
                    .hasStatus(BAD_REQUEST)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"fields\": [{\"field\": \"referrer\", \"code\": \"required\"}]}");
        }
        long id = opportunities.opportunity(owner);
        assertThat(http.send(PATCH, "/" + id, "{\"source\": \"REFERRAL\"}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.send(PATCH, "/" + id, "{\"source\": \"REFERRAL\", \"referrer\": \"客户总工老王\"}", seller))
                .hasStatusOk();
        assertThat(http.send(PATCH, "/" + id, "{\"referrer\": null}", seller)).hasStatus(BAD_REQUEST);
        long old = opportunities.opportunity(owner, row -> row.setSource("REFERRAL"));
        assertThat(http.send(PATCH, "/" + old, "{\"name\": \"改名\"}", seller)).hasStatusOk();
    }

    // S12: a colleague of the department cannot make secret from themselves what they do not own.
    @Test
    void keepsAConfidentialOneFromTheDepartment() {
        long department = sample.department("Secret");
        long other = sample.user("Other", department);
        long third = sample.user("Colleague", department);
        Scope scope = Scope.ofDepartments(Set.of(department));
        Viewer colleague = scoped(viewer(third, SampleOpportunities.EVERY_RIGHT), "opportunity", scope);
        Viewer manager = scoped(
                viewer(third, "opportunity:read", "opportunity:edit", "opportunity:confidential"),
                "opportunity",
                scope);
        long id = opportunities.opportunity(other, row -> row.setDepartmentId(department));
        assertThat(http.send(PATCH, "/" + id, "{\"secrecy\": \"CONFIDENTIAL\"}", colleague))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"secrecy\", \"code\": \"would-hide\"}]}");
        assertThat(http.send(
                        PATCH,
                        "/" + id,
                        "{\"secrecy\": \"CONFIDENTIAL\"}",
                        viewer(other, SampleOpportunities.EVERY_RIGHT)))
                .hasStatusOk();
        assertThat(http.send(PATCH, "/" + id, "{\"name\": \"x\"}", colleague)).hasStatus(NOT_FOUND);
        assertThat(http.send(PATCH, "/" + id, "{\"name\": \"x\"}", manager)).hasStatusOk();
    }
}
