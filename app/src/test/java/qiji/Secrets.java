package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiji.records.Kind;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A record of each type, in whose fields stands what is found nowhere else. */
final class Secrets {
    static final List<String> TYPES =
            List.of("opportunity", "customer", "contact", "activity", "task", "product", "project");
    /** Numbers that cannot be of any size. */
    private static final Map<String, String> FEW =
            Map.of("contractMonths", "7", "foundedYear", "1987", "influence", "3");

    final Map<String, String> values = new TreeMap<>();
    final Map<String, Long> ids = new TreeMap<>();
    private final Api open;
    private final long user;
    private final SecretPeople people;

    Secrets(Api open, long user, SecretPeople people) {
        this.open = open;
        this.user = user;
        this.people = people;
    }

    /** Every record, and a history in which the secrets stand, too. */
    Secrets make() {
        secret("customer.creditCode", "9144030071526726XG");
        for (String field : List.of(
                "customer.name",
                "customer.address",
                "contact.name",
                "contact.phone",
                "opportunity.name",
                "opportunity.description",
                "opportunity.nextStep",
                "activity.subject",
                "task.title",
                "product.name")) {
            secret(field, SampleData.unique("秘" + field.replace('.', '字')).replace("-", ""));
        }
        int amount = 10_000 + (int) (user % 80_000);
        secret("opportunity.expectedAmount", amount + "377.11");
        secret("opportunity.committedAmount", amount + "588.22");
        secret("product.cost", amount + "699.33");
        secret("contact.phone", "139" + (10_000_000 + user % 80_000_000));
        ids.put("customer", open.create("/api/customers", body("customer", more("customer"))));
        ids.put("product", open.create("/api/products", body("product", more("product"))));
        ids.put(
                "contact",
                open.create(
                        "/api/contacts",
                        body("contact", more("contact") + ", \"customer\": \"%d\"".formatted(ids.get("customer")))));
        ids.put(
                "opportunity",
                open.create(
                        "/api/opportunities",
                        body(
                                "opportunity",
                                more("opportunity") + ", \"customer\": \"%d\"".formatted(ids.get("customer")))));
        String about = ", \"recordType\": \"opportunity\", \"recordId\": \"%d\"".formatted(ids.get("opportunity"));
        ids.put(
                "activity",
                open.create(
                        "/api/activities",
                        body(
                                "activity",
                                more("activity") + about
                                        + ", \"kind\": \"CALL\", \"happenedAt\": \"2026-11-20T08:00:00Z\"")));
        ids.put("task", open.create("/api/tasks", body("task", more("task") + about)));
        assertThat(open.post(
                        "/api/opportunities/%d/contacts".formatted(ids.get("opportunity")),
                        "{\"contactId\": %d}".formatted(ids.get("contact"))))
                .hasStatus(204);
        for (String field : List.of("expectedAmount", "committedAmount")) {
            assertThat(open.patch("/api/opportunities/" + ids.get("opportunity"), "{\"%s\": %s}".formatted(field, "1")))
                    .hasStatusOk();
            assertThat(open.patch(
                            "/api/opportunities/" + ids.get("opportunity"),
                            "{\"%s\": %s}".formatted(field, values.get("opportunity." + field))))
                    .hasStatusOk();
        }
        saidWhenItEnded();
        project();
        TYPES.forEach(this::whatElseItHolds);
        return this;
    }

    /** A value of its own for every other field that can be filled in with one. */
    private String more(String type) {
        StringBuilder members = new StringBuilder();
        for (JsonNode field : open.read("/api/records/" + type + "/fields").path("fields")) {
            String name = field.path("name").asString();
            boolean copied = type.equals("activity") && name.startsWith("nextStep"); // into the opportunity
            if (!copied && !field.path("readOnly").asBoolean() && !values.containsKey(type + "." + name)) {
                valueFor(type, name, field).ifPresent(value -> members.append(", \"%s\": %s".formatted(name, value)));
            }
        }
        return members.toString();
    }

    private Optional<String> valueFor(String type, String name, JsonNode field) {
        long number = Long.parseLong(SampleData.unique("").substring(1));
        String word = "秘%d完".formatted(number);
        return switch (Kind.valueOf(field.path("kind").asString())) {
            case TEXT, LONG_TEXT -> Optional.of(quoted(word));
            case TAGS -> Optional.of("[" + quoted(word) + "]");
            case URL -> Optional.of(quoted("https://s%dx.example.com".formatted(number)));
            case EMAIL -> Optional.of(quoted("s%dx@example.com".formatted(number)));
            case DATE -> Optional.of(quoted(day(number).toString()));
            case MONEY -> Optional.of((40_000_000 + number) + ".73");
            case INTEGER -> Optional.ofNullable(FEW.getOrDefault(name, Long.toString(500_000 + number)));
            case REFERENCE -> Optional.ofNullable(someoneFor(type, name)).map(id -> quoted(Long.toString(id)));
            default -> Optional.empty();
        };
    }

    /** Never the first or last of a month, which name the month itself. */
    private static LocalDate day(long number) {
        return LocalDate.of(2031 + (int) (number % 60), 1 + (int) (number / 60 % 12), 13);
    }

    private @Nullable Long someoneFor(String type, String name) {
        if (name.equals("parent") || name.equals("reportsTo")) {
            String body = type.equals("customer")
                    ? "{\"name\": \"%s\"}".formatted(SampleData.unique("秘上级"))
                    : "{\"name\": \"%s\", \"customer\": \"%d\"}"
                            .formatted(SampleData.unique("秘上级"), ids.get("customer"));
            return open.create("/api/" + type + "s", body);
        }
        return List.of("owner", "responsibleLeader", "discoverer", "assignee", "lead")
                        .contains(name)
                ? people.person()
                : null;
    }

    /** What was computed, numbered, or filled in by the system, where it can be told from anything else. */
    private void whatElseItHolds(String type) {
        String all = String.join(",", HiddenEverywhereTests.readable(open, type));
        JsonNode row = open.read(
                        "/api/records/%s?fields=%s&filter={f}".formatted(type, all),
                        "{\"field\": \"id\", \"op\": \"is\", \"value\": \"%d\"}".formatted(ids.get(type)))
                .path("rows")
                .path(0);
        assertThat(row.isObject()).isTrue();
        row.properties().forEach(cell -> {
            String value = cell.getValue().isObject()
                    ? cell.getValue().path("label").asString()
                    : cell.getValue().path(0).asString(cell.getValue().asString(""));
            if (value.matches("[0-9]{6,}([.][0-9]+)?|20[3-9].-..-..|.*[秘s][^ ]*[0-9].*|SJ-.*")) {
                values.putIfAbsent(type + "." + cell.getKey(), value);
            }
        });
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Words that a command takes for a field of the opportunity: its history must not repeat them as the reason. */
    private void saidWhenItEnded() {
        for (String field : List.of("lossSummary", "lesson", "closingNote", "validityWaiver")) {
            secret("opportunity." + field, SampleData.unique("秘" + field).replace("-", ""));
        }
        assertThat(open.put(
                        "/api/opportunities/%d/validity-waiver".formatted(ids.get("opportunity")),
                        "{\"reason\": \"%s\"}".formatted(values.get("opportunity.validityWaiver"))))
                .hasStatus2xxSuccessful();
        command("loss", """
                {"reason": "PRICE_TOO_HIGH", "summary": "%s", "lesson": "%s", "prevention": "先问预算",
                 "preventionOwnerId": "%d", "preventionDueOn": "2031-01-01"}""".formatted(values.get("opportunity.lossSummary"), values.get("opportunity.lesson"), user));
        command("reopening", "{\"reason\": \"再来\"}");
        command("abandonment", "{\"reason\": \"%s\"}".formatted(values.get("opportunity.closingNote")));
        ids.put("approval", people.approve(Objects.requireNonNull(ids.get("opportunity"))));
        command("reopening", "{\"reason\": \"再来\"}");
    }

    /** Of another opportunity, which was won: its own goes on. */
    private void project() {
        long project = OneOfEach.project(open, Objects.requireNonNull(ids.get("customer")));
        ids.put("project", project);
        String page = "/api/projects/" + project;
        for (String field : List.of("name", "completionNote", "closingNote")) {
            secret("project." + field, SampleData.unique("秘项目" + field).replace("-", ""));
        }
        String named = "{\"name\": \"%s\"%s}".formatted(values.get("project.name"), more("project"));
        assertThat(open.patch(page, named)).hasStatusOk();
        assertThat(open.post(page + "/start", "{}")).hasStatusOk();
        for (String end : List.of("completion", "closing")) {
            String note = values.get("project." + end + "Note");
            assertThat(open.post(page + "/" + end, "{\"note\": \"%s\"}".formatted(note)))
                    .hasStatusOk();
        }
    }

    private void command(String verb, String body) {
        assertThat(open.post("/api/opportunities/%d/%s".formatted(ids.get("opportunity"), verb), body))
                .hasStatus2xxSuccessful();
    }

    private void secret(String field, String value) {
        values.put(field, value);
    }

    private String body(String type, String more) {
        List<String> members = new ArrayList<>();
        values.forEach((field, value) -> {
            if (field.startsWith(type + ".")) {
                String name = field.substring(type.length() + 1);
                members.add(
                        value.matches("[0-9]+\\.[0-9]+")
                                ? "\"%s\": %s".formatted(name, value)
                                : "\"%s\": \"%s\"".formatted(name, value));
            }
        });
        return "{" + String.join(", ", members) + more + "}";
    }
}
