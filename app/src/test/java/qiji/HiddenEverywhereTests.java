package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/**
 * A4: what a field holds that a role hides is told on no way out: not by lists, sums, boards, pages, history, timeline,
 * audit, search, lookups, exports, the workbench, nor by what refers to it or is computed of it.
 */
@ModuleTest
@TestInstance(Lifecycle.PER_CLASS) // one set of records serves all
@Transactional(propagation = Propagation.NOT_SUPPORTED) // an export reads in a transaction of its own
class HiddenEverywhereTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext beans;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Map<String, String> secrets = Map.of();
    private Map<String, Long> ids = Map.of();
    private long user;
    private Api open;

    @BeforeAll
    void recordsWithSecrets() {
        SecretPeople people = new SecretPeople(beans);
        user = people.user("Chief");
        open = Api.of(http, Everything.allowed(user, permissions));
        Secrets kept = new Secrets(open, user, people).make();
        secrets = kept.values;
        ids = kept.ids;
    }

    private Set<String> fieldsThatHoldASecret() {
        assertThat(secrets).hasSizeGreaterThan(60);
        return secrets.keySet();
    }

    @ParameterizedTest
    @MethodSource("fieldsThatHoldASecret")
    void isToldOnNoWayOut(String field) {
        String secret = Objects.requireNonNull(secrets.get(field));
        String[] place = field.split("\\.");
        Api blind = Api.of(http, Everything.without(place[0], place[1], user, permissions));
        Predicate<String> ways = isTheNameOfAnother(field)
                ? Pattern.compile("^/api/(records/)?%ss?[/?](?!lookup)".formatted(stem(place[0])))
                        .asPredicate()
                : _ -> true;
        assertThat(telling(open, secret))
                .as("the ways on which it is told to who may know")
                .anyMatch(ways);
        assertThat(telling(blind, secret)).noneMatch(ways);
    }

    /** What refers to a record tells its name: hiding the reference does not hide that record. */
    private boolean isTheNameOfAnother(String field) {
        return Objects.requireNonNull(secrets.get(field)).matches("秘(人|部门|上级)-.*")
                || secrets.entrySet().stream()
                                .anyMatch(other -> !other.getKey().equals(field)
                                        && other.getValue().equals(secrets.get(field)))
                        && !field.endsWith(".name");
    }

    private static String stem(String type) {
        return type.equals("activity") ? "activit(y|ie)" : type.equals("opportunity") ? "opportunit(y|ie)" : type;
    }

    /** The ways out that hold the secret. */
    private List<String> telling(Api viewer, String secret) {
        List<String> told = new ArrayList<>();
        for (String way : waysOut(viewer, secret)) {
            String type = way.replaceFirst("/api/records/([a-z]+).*", "$1");
            String answer = text(
                    viewer.get(way, "{\"field\": \"id\", \"op\": \"is\", \"value\": \"%s\"}".formatted(ids.get(type))));
            if (answer.contains(secret)) {
                told.add(way + " → " + answer.substring(0, Math.min(300, answer.length())));
            }
        }
        return told;
    }

    private List<String> waysOut(Api viewer, String secret) {
        List<String> ways = new ArrayList<>();
        for (String type : Secrets.TYPES) {
            String records = "/api/records/" + type;
            String ours =
                    "?filter=%7B%22field%22:%22id%22,%22op%22:%22is%22,%22value%22:%22" + ids.get(type) + "%22%7D";
            String all = String.join(",", readable(viewer, type));
            ways.addAll(List.of(
                    records + ours,
                    records + ours + "&fields=" + all,
                    records + "/sums" + ours,
                    records + "/fields",
                    records + "/export" + ours + "&format=CSV&fields=" + all,
                    records + "/lookup?limit=50"));
        }
        String opportunity = "/api/opportunities/" + ids.get("opportunity");
        ways.addAll(List.of(
                opportunity,
                opportunity + "/history",
                opportunity + "/timeline",
                opportunity + "/contacts",
                opportunity + "/team",
                opportunity + "/lines",
                opportunity + "/key-actions",
                "/api/records/opportunity/lanes?by=owner&limit=50",
                "/api/opportunities/movements?from=2026-01-01",
                "/api/customers/" + ids.get("customer"),
                "/api/contacts/" + ids.get("contact"),
                "/api/contacts/" + ids.get("contact") + "/phone",
                "/api/products/" + ids.get("product"),
                "/api/projects/" + ids.get("project"),
                "/api/projects/" + ids.get("project") + "/plan",
                "/api/projects/" + ids.get("project") + "/reports",
                "/api/activities/" + ids.get("activity"),
                "/api/tasks/" + ids.get("task"),
                "/api/workbench",
                "/api/approvals?box=MINE",
                "/api/approvals/" + ids.get("approval"),
                "/api/approvals/of?recordType=opportunity&recordId=" + ids.get("opportunity"),
                "/api/search?q=" + secret,
                "/api/customers/duplicates?name=" + secrets.get("customer.name"),
                "/api/audit?limit=200"));
        for (String by : List.of("STAGE", "OWNER", "STATUS", "MONTH")) {
            ways.add("/api/opportunities/board?limit=200&by=" + by);
        }
        return ways;
    }

    static List<String> readable(Api viewer, String type) {
        List<String> names = new ArrayList<>();
        for (JsonNode field : viewer.read("/api/records/" + type + "/fields").path("fields")) {
            names.add(field.path("name").asString());
        }
        return names;
    }

    /** The stage is told by the way there, by what the next one asks for, and by what has been done in it. */
    @Test
    void hidesTheWayWithTheStage() {
        String page = "/api/opportunities/" + ids.get("opportunity");
        assertThat(open.read(page).path("path").size()).isPositive();
        assertThat(open.read(page).path("gate").isNull()).isFalse();
        for (String field : List.of("stage", "process")) {
            Api blind = Api.of(http, Everything.without("opportunity", field, user, permissions));
            assertThat(blind.read(page).path("path").size()).isZero();
            assertThat(blind.read(page).path("gate").isNull()).isTrue();
            assertThat(blind.read(page + "/key-actions").size()).isZero();
        }
    }

    @Test
    void hidesTheDaysOfTheWayWithTheMomentOfEntry() {
        Api blind = Api.of(http, Everything.without("opportunity", "stageEnteredAt", user, permissions));
        String page = "/api/opportunities/" + ids.get("opportunity");
        assertThat(open.read(page).path("path").toString()).containsPattern("\"enteredAt\":\"20");
        assertThat(blind.read(page).path("path").toString())
                .doesNotContainPattern("(enteredAt|leftAt)\":\"")
                .doesNotContainPattern("\"days\":[1-9]");
        assertThat(blind.read(page).path("overstayDays").asInt()).isZero();
    }

    @Test
    void hidesTheCustomerOfContactsWithTheCustomer() {
        Api blind = Api.of(http, Everything.without("opportunity", "customer", user, permissions));
        String contacts = "/api/opportunities/%d/contacts".formatted(ids.get("opportunity"));
        assertThat(open.read(contacts).path(0).path("customerId").asLong()).isEqualTo(ids.get("customer"));
        assertThat(blind.read(contacts).path(0).path("customerId").isNull()).isTrue();
        assertThat(blind.read(contacts).path(0).path("customerName").isNull()).isTrue();
    }

    /** Lines, team and contacts are fields of their own, whose rules hide no other field, nor does that of another hide them. */
    @Test
    void hidesTheParts() {
        String page = "/api/opportunities/" + ids.get("opportunity");
        assertThat(open.post(page + "/team", "{\"userId\": %d, \"role\": \"SALES\"}".formatted(user)))
                .hasStatus(204);
        assertThat(open.put(
                        page + "/lines",
                        "[{\"productId\": %d, \"quantity\": 1, \"price\": 5, \"discount\": 0}]"
                                .formatted(ids.get("product"))))
                .hasStatus(204);
        for (String part : List.of("lines", "team", "contacts")) {
            Api blind = Api.of(http, Everything.without("opportunity", part, user, permissions));
            assertThat(open.read(page + "/" + part).toString()).contains("ame\":");
            assertThat(blind.read(page + "/" + part).toString())
                    .isIn("[]", "{\"lines\":[],\"total\":0,\"version\":\"\"}");
        }
    }

    @Test
    void hidesWhetherItIsValidWithTheProofs() {
        Api blind = Api.of(http, Everything.without("opportunity", "needKnown", user, permissions));
        String page = "/api/opportunities/" + ids.get("opportunity");
        assertThat(open.read(page).path("validity").path("valid").isBoolean()).isTrue();
        assertThat(blind.read(page).path("validity").path("valid").isNull()).isTrue();
    }

    /** What is computed of a hidden field would tell it: one who can filter by the one needs no other. */
    @ParameterizedTest
    @CsvSource({
        "expectedAmount, weightedAmount",
        "stage, weightedAmount",
        "needKnown, valid",
        "valid, validityState",
        "stageEnteredAt, daysInStage",
        "stageEnteredAt, overstayDays"
    })
    void isNotTheSourceOfWhatCanBeAsked(String hidden, String computed) {
        Api blind = Api.of(http, Everything.without("opportunity", hidden, user, permissions));
        String filter = "{\"field\": \"%s\", \"op\": \"notEmpty\"}".formatted(computed);
        assertThat(open.get("/api/records/opportunity?filter={f}", filter)).hasStatusOk();
        assertThat(blind.get("/api/records/opportunity?filter={f}", filter)).hasStatus(400);
        assertThat(blind.get("/api/records/opportunity?sort=" + computed)).hasStatus(400);
        assertThat(blind.get("/api/records/opportunity?fields=" + computed)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/records/opportunity?fields={f}",
                "/api/records/opportunity?sort=-{f}",
                "/api/records/opportunity/sums?fields={f}",
                "/api/records/opportunity/groups?by=stage&sums={f}",
                "/api/records/opportunity/export?fields={f}",
                "/api/records/opportunity/export?sort={f}",
                "/api/records/opportunity/lookup?filter={filter}",
                "/api/records/opportunity/groups?by=stage&filter={filter}",
                "/api/opportunities/board?filter={filter}",
                "/api/records/opportunity/export?filter={filter}"
            })
    void canBeAskedForOnNoWay(String way) {
        Api blind = Api.of(http, Everything.without("opportunity", "expectedAmount", user, permissions));
        String filter = "{\"field\": \"expectedAmount\", \"op\": \"gt\", \"value\": 1}";
        assertThat(blind.get(way.replace("{f}", "expectedAmount"), filter)).hasStatus(400);
        assertThat(open.get(way.replace("{f}", "expectedAmount"), filter)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunity", "customer", "contact", "product"})
    void cannotBeLoaded(String type) {
        List<String> loadable = fieldsOfImports(open, type);
        assertThat(loadable).contains("name");
        for (String field : secrets.keySet()) {
            String name = field.substring(field.indexOf('.') + 1);
            if (field.startsWith(type + ".") && loadable.contains(name)) {
                Api blind = Api.of(http, Everything.without(type, name, user, permissions));
                assertThat(fieldsOfImports(blind, type)).doesNotContain(name);
            }
        }
    }

    private static List<String> fieldsOfImports(Api viewer, String type) {
        List<String> names = new ArrayList<>();
        viewer.read("/api/imports/fields?type=" + type)
                .forEach(field -> names.add(field.path("name").asString()));
        return names;
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
