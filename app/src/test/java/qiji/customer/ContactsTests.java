package qiji.customer;

import static db.audit.Tables.ENTRY;
import static db.customer.Tables.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.records.Records;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B2, B7: people at customers, and what is shown of their numbers and addresses. */
@ModuleTest
class ContactsTests {
    private static final String PHONE = "139-5512-4487";
    private static final String EMAIL = "Zhang.Wei@example.cn";

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Records records;

    private Viewer seller;
    private Api own;
    private Api stranger;
    private Api privileged;
    private long customer;

    @BeforeEach
    void aCustomerOfASeller() {
        seller = seller("Li Lei");
        own = Api.of(http, seller);
        stranger = Api.of(http, seller("Han Meimei"));
        privileged = Api.of(
                http, SampleData.viewer(sample.user("Officer"), "customer:read", "contact:read", "contact:unmask"));
        customer = own.create("/api/customers", "{\"name\": \"星河\"}");
    }

    private Viewer seller(String name) {
        Viewer viewer = SampleData.viewer(
                sample.user(name),
                "customer:read",
                "customer:create",
                "customer:edit",
                "contact:read",
                "contact:create",
                "contact:edit",
                "contact:archive",
                "contact:export");
        return SampleData.scoped(viewer, "customer", Scope.ofOwners(Set.of(viewer.userId())));
    }

    private long contact(String more) {
        return own.create("/api/contacts", "{\"name\": \"张伟\", \"customer\": \"%d\"%s}".formatted(customer, more));
    }

    private long reachable() {
        return contact(", \"phone\": \"%s\", \"email\": \"%s\"".formatted(PHONE, EMAIL));
    }

    @Test
    void keepsNumberAndAddressUnreadableAtRest() {
        long id = reachable();

        String everything = jooq.fetch(
                        "select c::text || encode(phone_cipher, 'escape') || encode(email_cipher, 'escape')"
                                + " from customer.contact_version c where id = {0}",
                        id)
                .toString();
        // Whole, not in parts: four digits of it can stand in a cipher by chance.
        assertThat(everything).doesNotContain(PHONE, PHONE.replaceAll("\\D", ""), "Zhang", "example");
        assertThat(jooq.fetch("select e::text from audit.entry e").toString())
                .doesNotContain(PHONE, PHONE.replaceAll("\\D", ""), "Zhang.Wei");
    }

    @Test
    void masksThemForEverybodyInListsAndPages() {
        long id = reachable();

        for (Api api : List.of(own, privileged)) {
            JsonNode values = api.read("/api/contacts/" + id).path("values");
            assertThat(values.path("phone").asString()).isEqualTo("139****4487");
            assertThat(values.path("email").asString()).isEqualTo("Z***@example.cn");
            JsonNode row = api.read("/api/records/contact?fields=phone,email,customer")
                    .path("rows")
                    .path(0);
            assertThat(row.path("phone").asString()).isEqualTo("139****4487");
            assertThat(row.path("email").asString()).isEqualTo("Z***@example.cn");
        }
        assertThat(export()).contains("139****4487").doesNotContain("5512", "Zhang.Wei");
    }

    /** What an export writes: it streams these rows, in a transaction of its own that cannot see those of a test. */
    private String export() {
        List<String> rows = new ArrayList<>();
        records.query("contact", seller).fields(List.of("name", "phone", "email")).stream(
                row -> rows.add(row.toString()));
        return rows.toString();
    }

    @Test
    void showsThemWholeOnlyByRightAndWritesThatDown() {
        long id = reachable();

        assertThat(own.get("/api/contacts/" + id + "/phone")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(stranger.get("/api/contacts/" + id + "/phone")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(unmaskings(id)).isZero();
        JsonNode whole = privileged.read("/api/contacts/" + id + "/phone");
        assertThat(whole.path("phone").asString()).isEqualTo(PHONE);
        assertThat(whole.path("email").asString()).isEqualTo(EMAIL);
        assertThat(unmaskings(id)).isEqualTo(1);
    }

    @Test
    void wasNotThereOnADayBeforeItCame() { // D17
        String address = "/api/contacts/" + contact("") + "?asOf=";
        LocalDate today = LocalDate.now(Time.ZONE);

        assertThat(own.get(address + today.minusDays(1))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.get(address + today.plusDays(1))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(own.read(address + today).path("may").path("edit").asBoolean())
                .isTrue();
    }

    @Test
    void unmasksNoFieldThatIsHidden() { // A4
        long id = reachable();
        Viewer officer = SampleData.viewer(sample.user("Officer"), "customer:read", "contact:read", "contact:unmask");
        Api blind = Api.of(
                http,
                new Viewer(
                        officer.userId(),
                        0,
                        "blind",
                        officer.permissions(),
                        officer.scopes(),
                        java.util.Map.of("contact.phone", qiji.access.FieldAccess.HIDDEN),
                        false));
        JsonNode whole = blind.read("/api/contacts/" + id + "/phone");
        assertThat(whole.path("phone").isNull()).isTrue();
        assertThat(whole.path("email").asString()).isEqualTo(EMAIL);
    }

    private int unmaskings(long id) {
        return jooq.fetchCount(ENTRY, ENTRY.ACTION.eq("unmask").and(ENTRY.SUBJECT_ID.eq(id)));
    }

    @Test
    void findsThemByWholeNumberLastFourDigitsOrWholeAddress() {
        long id = reachable();

        for (String typed : List.of("13955124487", "+86 139 5512 4487", "4487", "zhang.wei@EXAMPLE.cn", "张伟")) {
            assertThat(found(typed)).as(typed).containsExactly(id);
        }
        for (String typed : List.of("1395512", "5512", "448", "example.cn", "13955124488")) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
        assertThat(own.read("/api/search?q={q}", "4487").toString()).contains("张伟");
        assertThat(stranger.read("/api/records/contact/lookup?q={q}", "4487").path("items"))
                .isEmpty();
    }

    @Test
    void findsThemByAnyLongerEndAndTellsNoMoreThanByFourDigits() {
        long id = reachable();
        long landline = contact(", \"phone\": \"029-88881234\"");

        for (String typed : List.of("24487", "124487", "5124487", "3955124487")) {
            assertThat(found(typed)).as(typed).containsExactly(id);
        }
        assertThat(found("88881234")).containsExactly(landline);
        assertThat(found("8888 1234")).containsExactly(landline);
        assertThat(found("99994487")).as("as a masked number would tell too").containsExactly(id);
    }

    private List<Long> found(String typed) {
        return idsOf(own.read("/api/records/contact/lookup?q={q}", typed).path("items"));
    }

    @Test
    void filtersByThemWithoutBecomingAnOracle() {
        long id = reachable();
        String filter = "{\"field\": \"phone\", \"op\": \"%s\", \"value\": \"%s\"}";

        for (String op : List.of("is", "startsWith", "contains")) {
            assertThat(count(filter.formatted(op, "139 5512 4487"))).isEqualTo(1);
            assertThat(count(filter.formatted(op, "4487"))).isEqualTo(1);
            assertThat(count(filter.formatted(op, "139"))).isZero();
            assertThat(count(filter.formatted(op, "139****4487"))).isZero();
        }
        assertThat(count("{\"field\": \"phone\", \"op\": \"empty\"}")).isZero();
        assertThat(count("{\"field\": \"email\", \"op\": \"notEmpty\"}")).isEqualTo(1);
        assertThat(own.get("/api/records/contact?sort=phone")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(own.get("/api/records/contact/groups?by=phone")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(own.read("/api/records/contact?fields=name&filter={f}", filter.formatted("is", "4487"))
                        .path("rows")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(Long.toString(id));
    }

    private int count(String filter) {
        return own.read("/api/records/contact/count?filter={f}", filter)
                .path("count")
                .asInt();
    }

    @Test
    void keepsTheCipherWhenTheSameNumberIsWrittenAgain() {
        long id = reachable();
        byte[] before = jooq.fetchValue(CONTACT.PHONE_CIPHER, CONTACT.ID.eq(id));

        assertThat(own.patch("/api/contacts/" + id, "{\"phone\": \"%s\"}".formatted(PHONE)))
                .hasStatusOk();
        assertThat(jooq.fetchValue(CONTACT.PHONE_CIPHER, CONTACT.ID.eq(id))).isEqualTo(before);
        assertThat(own.patch("/api/contacts/" + id, "{\"phone\": null}")).hasStatusOk();
        assertThat(jooq.fetchSingle(CONTACT, CONTACT.ID.eq(id)).getPhoneEndHash())
                .isNull();
    }

    @Test
    void refusesAMaskedValueAndWhatIsNoNumber() {
        long id = reachable();

        for (String phone : List.of("139****4487", "abc", "12", "+++")) {
            assertThat(own.patch("/api/contacts/" + id, "{\"phone\": \"%s\"}".formatted(phone)))
                    .as(phone)
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"fields\": [{\"field\": \"phone\"}]}");
        }
        assertThat(own.patch("/api/contacts/" + id, "{\"email\": \"Z***@example.cn\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    // A3: a contact is visible iff its customer is.
    @Test
    void hidesWhatTheViewerMayNotSee() {
        long id = contact("");

        assertThat(own.get("/api/contacts/" + id)).hasStatusOk();
        assertThat(stranger.get("/api/contacts/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.patch("/api/contacts/" + id, "{\"name\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/api/contacts", "{\"name\": \"x\", \"customer\": \"%d\"}".formatted(customer)))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(stranger.read("/api/records/contact").path("rows")).isEmpty();
        assertThat(privileged.patch("/api/contacts/" + id, "{\"name\": \"x\"}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(own.read("/api/customers/" + customer).path("contacts").asInt())
                .isEqualTo(1);
    }

    // B2: the reporting line.
    @Test
    void reportsWithinOneCustomerAndNeverToItself() {
        long boss = contact("");
        long clerk = contact(", \"reportsTo\": \"%d\"".formatted(boss));
        long other = own.create("/api/customers", "{\"name\": \"另一家\"}");

        assertThat(own.patch("/api/contacts/" + boss, "{\"reportsTo\": \"%d\"}".formatted(clerk)))
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"reportsTo\", \"code\": \"ring\"}]}");
        assertThat(own.post(
                        "/api/contacts",
                        "{\"name\": \"x\", \"customer\": \"%d\", \"reportsTo\": \"%d\"}".formatted(other, boss)))
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"reportsTo\", \"code\": \"other-customer\"}]}");
        assertThat(own.patch("/api/contacts/" + boss, "{\"customer\": \"%d\"}".formatted(other)))
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"customer\", \"code\": \"has-reports\"}]}");
    }

    private static List<Long> idsOf(JsonNode items) {
        return items.valueStream()
                .map(item -> Long.valueOf(item.path("id").asString()))
                .toList();
    }
}
