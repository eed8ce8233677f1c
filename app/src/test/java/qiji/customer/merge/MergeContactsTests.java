package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B1, B2, B7: two contacts of one customer become one; numbers go over unread. */
@ModuleTest
class MergeContactsTests {
    private static final String PHONE = "139-5512-4487";
    private static final String ALIKE = "139-0000-4487";

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api chief;
    private Api merger;
    private MergeApi merges;
    private long customer;
    private long keep;
    private long gone;

    @BeforeEach
    void onePersonTwice() {
        chief = Api.of(http, Everything.allowed(sample.user("Chief"), permissions));
        merger = Api.of(
                http,
                SampleData.viewer(
                        sample.user("Merger"),
                        "customer:read",
                        "contact:read",
                        "contact:edit",
                        "contact:archive",
                        "contact:merge"));
        merges = new MergeApi(merger, "contact");
        customer = chief.create("/api/customers", "{\"name\": \"星河\"}");
        keep = contact("张伟", "\"phone\": \"%s\"".formatted(ALIKE));
        gone = contact("张 伟", "\"phone\": \"%s\", \"email\": \"zhang.wei@example.cn\"".formatted(PHONE));
    }

    private long contact(String name, String more) {
        return chief.create(
                "/api/contacts", "{\"name\": \"%s\", \"customer\": \"%d\", %s}".formatted(name, customer, more));
    }

    private JsonNode whole(long id) {
        return chief.read("/api/contacts/" + id + "/phone");
    }

    @Test
    void givesNumbersOverToWhoMayNotReadThem() {
        JsonNode preview = merges.preview(keep, gone);
        assertThat(MergeApi.field(preview, "phone").toString())
                .contains("\"keep\":\"139****4487\"", "\"gone\":\"139****4487\"", "\"differs\":true")
                .doesNotContain("5512");

        long merge = merges.merge(keep, gone, "phone", "email");

        assertThat(whole(keep).path("phone").asString()).isEqualTo(PHONE);
        assertThat(whole(keep).path("email").asString()).isEqualTo("zhang.wei@example.cn");
        assertThat(merger.get("/api/contacts/" + keep + "/phone")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(chief.read("/api/records/contact/lookup?q=13955124487").toString())
                .contains("\"" + keep + "\"")
                .doesNotContain("\"" + gone + "\"");
        merges.undo(merge);
        assertThat(whole(keep).path("phone").asString()).isEqualTo(ALIKE);
        assertThat(whole(keep).path("email").isNull()).isTrue();
        assertThat(whole(gone).path("phone").asString()).isEqualTo(PHONE);
    }

    @Test
    void leavesANumberThatWasChangedSince() {
        long merge = merges.merge(keep, gone, "phone");
        chief.patch("/api/contacts/" + keep, "{\"phone\": \"137-7777-4487\"}");

        merges.undo(merge);

        assertThat(whole(keep).path("phone").asString()).isEqualTo("137-7777-4487");
        assertThat(chief.read("/api/records/contact/lookup?q=4487").toString()).contains("\"" + keep + "\"");
    }

    @Test
    void mergesOnlyThoseOfOneCustomer() {
        customer = chief.create("/api/customers", "{\"name\": \"银海\"}");
        long elsewhere = contact("张伟", "\"title\": \"主任\"");

        MvcTestResult refused = merges.tryMerge(keep, elsewhere, 0, 0);

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(Api.body(refused).path("obstacles").path(0).path("code").asString())
                .isEqualTo("other-customer");
    }

    @Test
    void letsPeopleReportToWhoStays() {
        long below = contact("李雷", "\"reportsTo\": \"%d\"".formatted(gone));

        long merge = merges.mergeAsUsual(keep, gone);

        assertThat(superiorOf(below)).isEqualTo(keep);
        merges.undo(merge);
        assertThat(superiorOf(below)).isEqualTo(gone);
    }

    private long superiorOf(long contact) {
        return Long.parseLong(chief.read("/api/contacts/" + contact)
                .path("values")
                .path("reportsTo")
                .path("id")
                .asString());
    }

    @Test
    void mayNotBeChangedOrTakenBackUntilTheMergeIsUndone() {
        merges.mergeAsUsual(keep, gone);

        assertThat(chief.patch("/api/contacts/" + gone, "{\"title\": \"主任\"}")).hasStatus(HttpStatus.CONFLICT);
        assertThat(chief.post("/api/contacts/" + gone + "/restoration", "")).hasStatus(HttpStatus.CONFLICT);
        JsonNode away = chief.read("/api/contacts/" + gone);
        assertThat(away.path("may").path("edit").asBoolean()).isFalse();
        assertThat(away.path("values").path("mergedInto").path("id").asString()).isEqualTo(Long.toString(keep));
    }
}
