package qiji.customer.merge;

import static db.activity.Tables.ACTIVITY;
import static db.collaboration.Tables.FILE;
import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_CONTACT;
import static db.organization.Tables.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B1: whatever names the record that goes names the survivor, until the merge is undone. */
@ModuleTest
class ReattachTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api chief;
    private MergeApi merges;
    private long keep;
    private long gone;

    @BeforeEach
    void twoOfTheSame() {
        chief = Api.of(http, Everything.allowed(sample.user("Chief"), permissions));
        merges = new MergeApi(chief, "customer");
        keep = make("/api/customers", "银海", "");
        gone = make("/api/customers", "银海科技", "");
    }

    private long make(String uri, String name, String more) {
        return chief.create(uri, "{\"name\": \"%s\"%s}".formatted(name, more));
    }

    private String at(String uri, long id, String pointer) {
        return chief.read(uri + "/" + id).at(pointer).asString("");
    }

    private static String about(String type, long id) {
        return ", \"recordType\": \"%s\", \"recordId\": \"%d\"".formatted(type, id);
    }

    @Test
    void takesEverythingAlongAndGivesItBack() {
        String custom = "rel" + gone;
        chief.create("/api/custom-fields", """
                {"type": "opportunity", "code": "%s", "labelZh": "最终客户", "labelEn": "End customer",
                 "kind": "REFERENCE", "reference": "customer", "required": false, "position": 1}""".formatted(custom));
        long contact = make("/api/contacts", "张伟", ", \"customer\": \"%d\"".formatted(gone));
        long deal = make("/api/opportunities", "专线", ", \"customer\": \"%d\"".formatted(gone));
        long other = make("/api/opportunities", "云", ", \"cf_%s\": \"%d\"".formatted(custom, gone));
        long below = make("/api/customers", "银海分公司", ", \"parent\": \"%d\"".formatted(gone));
        long call = chief.create(
                "/api/activities",
                "{\"kind\": \"CALL\", \"subject\": \"电话\", \"happenedAt\": \"2026-11-20T08:00:00Z\"%s}"
                        .formatted(about("customer", gone)));
        long task = chief.create("/api/tasks", "{\"title\": \"回访\"%s}".formatted(about("customer", gone)));
        file();
        long guest = sample.user("Guest");
        share(gone, guest, null);

        assertThat(merges.preview(keep, gone).path("attached").findValuesAsString("kind"))
                .containsExactlyInAnyOrder(
                        "contact", "opportunity", "reference", "subsidiary", "activity", "task", "file", "share");
        long merge = merges.mergeAsUsual(keep, gone);

        for (long id : List.of(keep, gone)) {
            String expected = Long.toString(id);
            assertThat(at("/api/contacts", contact, "/values/customer/id")).isEqualTo(expected);
            assertThat(at("/api/opportunities", deal, "/values/customer/id")).isEqualTo(expected);
            assertThat(at("/api/opportunities", other, "/values/cf_" + custom + "/id"))
                    .isEqualTo(expected);
            assertThat(at("/api/customers", below, "/values/parent/id")).isEqualTo(expected);
            assertThat(at("/api/activities", call, "/values/recordId")).isEqualTo(expected);
            assertThat(at("/api/tasks", task, "/values/recordId")).isEqualTo(expected);
            assertThat(chief.read("/api/files?recordType=customer&recordId=" + id)
                            .toString())
                    .contains("方案.pdf");
            assertThat(chief.read("/api/shares?recordType=customer&recordId=" + id)
                            .toString())
                    .contains("\"" + guest + "\"");
            if (id == keep) {
                merges.undo(merge);
            }
        }
        assertThat(merges.preview(gone, keep).path("attached")).isEmpty();
    }

    private void file() {
        jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, "customer")
                .set(FILE.RECORD_ID, gone)
                .set(FILE.NAME, "方案.pdf")
                .set(FILE.SIZE, 1L)
                .set(FILE.CONTENT_TYPE, "application/pdf")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, 1L)
                .execute();
    }

    private void share(long customer, long user, @Nullable Instant until) {
        jooq.insertInto(SHARE)
                .set(SHARE.RECORD_TYPE, "customer")
                .set(SHARE.RECORD_ID, customer)
                .set(SHARE.USER_ID, user)
                .set(SHARE.SHARED_BY, 1L)
                .set(SHARE.SHARED_AT, Instant.now().minus(9, ChronoUnit.DAYS))
                .set(SHARE.ENDS_AT, until)
                .execute();
    }

    @Test
    void leavesWhatCameSinceWhereItIs() {
        long early = make("/api/opportunities", "专线", ", \"customer\": \"%d\"".formatted(gone));
        long moved = make("/api/opportunities", "云", ", \"customer\": \"%d\"".formatted(gone));
        long elsewhere = make("/api/customers", "远方", "");
        long merge = merges.mergeAsUsual(keep, gone);
        long later = make("/api/opportunities", "短信", ", \"customer\": \"%d\"".formatted(keep));
        chief.patch("/api/opportunities/" + moved, "{\"customer\": \"%d\"}".formatted(elsewhere));

        merges.undo(merge);

        assertThat(at("/api/opportunities", early, "/values/customer/id")).isEqualTo(Long.toString(gone));
        assertThat(at("/api/opportunities", later, "/values/customer/id")).isEqualTo(Long.toString(keep));
        assertThat(at("/api/opportunities", moved, "/values/customer/id")).isEqualTo(Long.toString(elsewhere));
    }

    @Test
    void showsARecordForAsLongAsEitherShareLasts() {
        long guest = sample.user("Guest");
        writing.by(Viewer.system("test"));
        share(keep, guest, Instant.now().minus(1, ChronoUnit.DAYS));
        share(gone, guest, null);
        Api theirs = Api.of(
                http,
                SampleData.scoped(SampleData.viewer(guest, "customer:read"), "customer", qiji.access.Scope.none()));

        long merge = merges.mergeAsUsual(keep, gone);

        assertThat(theirs.get("/api/customers/" + keep)).hasStatusOk();
        merges.undo(merge);
        assertThat(theirs.get("/api/customers/" + keep)).hasStatus(404);
        assertThat(theirs.get("/api/customers/" + gone)).hasStatusOk();
        assertThat(jooq.fetchCount(SHARE, SHARE.USER_ID.eq(guest))).isEqualTo(2);
    }

    @Test
    void namesAContactOfADealButOnce() {
        MergeApi people = new MergeApi(chief, "contact");
        long one = make("/api/contacts", "张伟", ", \"customer\": \"%d\"".formatted(keep));
        long two = make("/api/contacts", "张 伟", ", \"customer\": \"%d\"".formatted(keep));
        long both = make("/api/opportunities", "专线", ", \"customer\": \"%d\"".formatted(keep));
        long single = make("/api/opportunities", "云", ", \"customer\": \"%d\"".formatted(keep));
        place(both, one, "KP");
        place(both, two, "COACH");
        place(single, two, "USER");

        long merge = people.mergeAsUsual(one, two);

        assertThat(placesOf(both)).containsExactly(one + " KP");
        assertThat(placesOf(single)).containsExactly(one + " USER");
        people.undo(merge);
        assertThat(placesOf(both)).containsExactly(one + " KP", two + " COACH");
        assertThat(placesOf(single)).containsExactly(two + " USER");
    }

    private void place(long deal, long contact, String role) {
        jooq.insertInto(OPPORTUNITY_CONTACT)
                .set(OPPORTUNITY_CONTACT.OPPORTUNITY_ID, deal)
                .set(OPPORTUNITY_CONTACT.CONTACT_ID, contact)
                .set(OPPORTUNITY_CONTACT.ROLE, role)
                .execute();
    }

    private List<String> placesOf(long deal) {
        return jooq.selectFrom(OPPORTUNITY_CONTACT)
                .where(OPPORTUNITY_CONTACT.OPPORTUNITY_ID.eq(deal))
                .orderBy(OPPORTUNITY_CONTACT.CONTACT_ID)
                .fetch(row -> row.getContactId() + " " + row.getRole());
    }

    @Test
    void movesManyAtOnce() {
        writing.by(Viewer.system("test"));
        jooq.execute(
                "insert into activity.activity (record_type, record_id, kind, subject, happened_at, owner_id, created_by)"
                        + " select 'customer', {0}, 'CALL', '电话', now(), 1, 0 from generate_series(1, 2000)",
                gone);

        long merge = merges.mergeAsUsual(keep, gone);

        assertThat(jooq.fetchCount(ACTIVITY, ACTIVITY.RECORD_TYPE.eq("customer"), ACTIVITY.RECORD_ID.eq(keep)))
                .isEqualTo(2000);
        merges.undo(merge);
        assertThat(jooq.fetchCount(ACTIVITY, ACTIVITY.RECORD_TYPE.eq("customer"), ACTIVITY.RECORD_ID.eq(gone)))
                .isEqualTo(2000);
    }

    @Test
    void tellsWhyInTheHistoryAndTheAudit() {
        long deal = make("/api/opportunities", "专线", ", \"customer\": \"%d\"".formatted(gone));
        long merge = merges.mergeAsUsual(keep, gone);

        assertThat(jooq.fetchSingle(OPPORTUNITY, OPPORTUNITY.ID.eq(deal)).getReason())
                .isEqualTo("合并 #" + merge);
        JsonNode audit = chief.read("/api/audit?subjectType=customer.customer&action=merge&subjectId=" + keep);
        assertThat(audit.at("/rows/0/after/customer_id").asLong()).isEqualTo(gone);
        assertThat(audit.at("/rows/0/names/customer_id/" + gone).asString()).isEqualTo("银海科技");
    }
}
