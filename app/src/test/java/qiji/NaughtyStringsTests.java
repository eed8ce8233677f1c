package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.NaughtyStrings;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The big list of naughty strings, once in each kind of text that there is: kept unchanged, or refused by the name of the
 * field; never a fault of the server. X2
 */
@ModuleTest
@Transactional(
        propagation = Propagation.NOT_SUPPORTED) // a refused statement would spoil the transaction of all that follow
class NaughtyStringsTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<String> faults = new ArrayList<>();
    private final List<Long> fields = new ArrayList<>();
    private Api api;
    private String text;

    @BeforeEach
    void someone() {
        long user = new TransactionTemplate(transactions).execute(_ -> sample.user("Tester"));
        api = Api.of(http, Everything.allowed(user, permissions));
        text = "t" + user;
        for (String kind : List.of("TEXT", "LONG_TEXT", "TAGS", "URL", "EMAIL", "PHONE")) {
            fields.add(api.create("/api/custom-fields", """
                    {"type": "customer", "code": "%s%s", "labelZh": "字段", "labelEn": "Field", "kind": "%s",
                     "required": false, "position": 1}""".formatted(
                            text, kind.replace("_", "").toLowerCase(Locale.ROOT), kind)));
        }
    }

    @AfterEach
    void noFieldsForOthers() {
        fields.forEach(field -> api.delete("/api/custom-fields/" + field));
    }

    @Test
    void areKeptUnchangedOrRefusedByName() throws IOException {
        String customer = "/api/customers/" + api.create("/api/customers", "{\"name\": \"%s\"}".formatted(text));
        String contact = "/api/contacts/"
                + api.create(
                        "/api/contacts",
                        "{\"name\": \"%s\", \"customer\": \"%s\"}".formatted(text, customer.replaceAll(".*/", "")));
        List<String> ofCustomers = List.of(
                "name",
                "description",
                "website",
                "externalId",
                "cf_" + text + "text",
                "cf_" + text + "longtext",
                "cf_" + text + "url",
                "cf_" + text + "email",
                "cf_" + text + "phone");
        List<String> strings = NaughtyStrings.all();
        assertThat(strings).hasSizeGreaterThan(480);
        for (String naughty : strings) {
            keepsOrRefuses(customer, ofCustomers, naughty);
            keepsOrRefuses(contact, List.of("name", "title"), naughty);
            for (String masked : List.of("phone", "email")) {
                judge(masked, naughty, api.patch(contact, body(Set.of(masked), naughty)), true);
            }
            keepsOrRefusesTag(customer, naughty);
            asks(naughty);
        }
        assertThat(faults).isEmpty();
    }

    /** What stands in a sentence beside a verb, and in a word of a dictionary. */
    @Test
    void areKeptOrRefusedInReasonsAndLabels() throws IOException {
        long opportunity = api.create("/api/opportunities", "{\"name\": \"%s\"}".formatted(text));
        String follow = "/api/activities/" + api.create("/api/activities", """
                        {"recordType": "opportunity", "recordId": "%d", "kind": "CALL", "subject": "x",
                         "happenedAt": "2026-11-20T08:00:00Z"}""".formatted(opportunity));
        String role =
                "/api/roles/" + api.create("/api/roles", "{\"name\": \"%s\", \"permissions\": []}".formatted(text));
        String department = "/api/departments/" + api.create("/api/departments", "{\"name\": \"%s\"}".formatted(text));
        for (String naughty : NaughtyStrings.all()) {
            String reason = JSON.writeValueAsString(naughty);
            judge(
                    "reason",
                    naughty,
                    api.post("/api/opportunities/%d/deferral".formatted(opportunity), """
                    {"reason": %s, "wakeUpOn": "2030-01-01"}""".formatted(reason)),
                    false);
            api.post("/api/opportunities/%d/resumption".formatted(opportunity), "");
            keepsOrRefuses(follow, List.of("subject"), naughty);
            judge("role", naughty, api.put(role, "{\"name\": %s, \"permissions\": []}".formatted(reason)), true);
            judge("department", naughty, api.patch(department, "{\"name\": %s}".formatted(reason)), true);
        }
        assertThat(faults).isEmpty();
    }

    private void keepsOrRefuses(String uri, List<String> fields, String naughty) {
        Set<String> left = new LinkedHashSet<>(fields);
        MvcTestResult answer = api.patch(uri, body(left, naughty));
        if (answer.getResponse().getStatus() == 400) {
            Api.body(answer)
                    .path("fields")
                    .forEach(fault -> left.remove(fault.path("field").asString()));
            if (left.size() == fields.size()) {
                faults.add(uri + " refuses without a field: " + naughty + " " + Api.body(answer));
            }
            answer = left.isEmpty() ? answer : api.patch(uri, body(left, naughty));
        }
        if (left.isEmpty()) {
            return;
        }
        if (answer.getResponse().getStatus() != 200) {
            faults.add(uri + " " + left + " " + naughty + " → "
                    + answer.getResponse().getStatus());
            return;
        }
        JsonNode kept = api.read(uri).path("values");
        for (String field : left) {
            if (!kept.path(field).asString("").equals(naughty)) {
                faults.add(uri + " " + field + ": " + naughty + " became " + kept.path(field));
            }
        }
    }

    private void keepsOrRefusesTag(String uri, String naughty) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("tags").add(naughty);
        MvcTestResult answer = api.patch(uri, body.toString());
        if (answer.getResponse().getStatus() == 200) {
            String kept = api.read(uri).at("/values/tags/0").asString("");
            if (!kept.equals(naughty)) {
                faults.add("tag " + naughty + " became " + kept);
            }
        } else {
            judge("tags", naughty, answer, true);
        }
    }

    /** Looked for, and compared with. */
    private void asks(String naughty) {
        ObjectNode filter = JSON.createObjectNode().put("field", "name").put("op", "contains");
        filter.put("value", naughty);
        judge("search", naughty, api.get("/api/search?q={q}", naughty), false);
        judge("lookup", naughty, api.get("/api/records/customer/lookup?q={q}", naughty), false);
        judge("filter", naughty, api.get("/api/records/customer/count?filter={f}", filter.toString()), false);
        judge("name", naughty, api.get("/api/customers/duplicates?name={q}", naughty), false);
    }

    private void judge(String where, String naughty, MvcTestResult answer, boolean byField) {
        int status = answer.getResponse().getStatus();
        boolean named =
                !byField || status < 400 || !Api.body(answer).path("fields").isEmpty();
        if (answer.getUnresolvedException() != null || status >= 500 || !named) {
            faults.add(where + ": " + naughty + " → " + status);
        }
    }

    private static String body(Set<String> fields, String naughty) {
        ObjectNode body = JSON.createObjectNode();
        fields.forEach(field -> body.put(field, naughty));
        return body.toString();
    }
}
