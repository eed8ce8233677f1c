package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiji.testing.Api;
import qiji.testing.SampleData;

/** A record of each type, in whose fields stands what is found nowhere else. */
final class Secrets {
    final Map<String, String> values = new TreeMap<>();
    final Map<String, Long> ids = new TreeMap<>();
    private final Api open;
    private final long user;

    Secrets(Api open, long user) {
        this.open = open;
        this.user = user;
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
        ids.put("customer", open.create("/api/customers", body("customer", "")));
        ids.put("product", open.create("/api/products", body("product", "")));
        ids.put(
                "contact",
                open.create("/api/contacts", body("contact", ", \"customer\": \"%d\"".formatted(ids.get("customer")))));
        ids.put(
                "opportunity",
                open.create(
                        "/api/opportunities",
                        body("opportunity", ", \"customer\": \"%d\"".formatted(ids.get("customer")))));
        String about = ", \"recordType\": \"opportunity\", \"recordId\": \"%d\"".formatted(ids.get("opportunity"));
        ids.put(
                "activity",
                open.create(
                        "/api/activities",
                        body("activity", about + ", \"kind\": \"CALL\", \"happenedAt\": \"2026-11-20T08:00:00Z\"")));
        ids.put("task", open.create("/api/tasks", body("task", about + ", \"assignee\": \"%d\"".formatted(user))));
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
        return this;
    }

    /** Words that a command takes for a field of the opportunity: its history must not repeat them as the reason. */
    private void saidWhenItEnded() {
        for (String field : List.of("lossSummary", "closingNote", "validityWaiver")) {
            secret("opportunity." + field, SampleData.unique("秘" + field).replace("-", ""));
        }
        assertThat(open.put(
                        "/api/opportunities/%d/validity-waiver".formatted(ids.get("opportunity")),
                        "{\"reason\": \"%s\"}".formatted(values.get("opportunity.validityWaiver"))))
                .hasStatus2xxSuccessful();
        command(
                "loss",
                "{\"reason\": \"PRICE_TOO_HIGH\", \"summary\": \"%s\"}".formatted(values.get("opportunity.lossSummary")));
        command("reopening", "{\"reason\": \"再来\"}");
        command("abandonment", "{\"reason\": \"%s\"}".formatted(values.get("opportunity.closingNote")));
        command("reopening", "{\"reason\": \"再来\"}");
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
