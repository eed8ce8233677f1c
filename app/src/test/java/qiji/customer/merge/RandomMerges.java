package qiji.customer.merge;

import static db.customer.Tables.CONTACT;
import static db.organization.Tables.SHARE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.DSLContext;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.customer.CreditCode;
import qiji.testing.Api;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Customers and contacts of chance with all that can name them, and merges of them by choices of chance. */
final class RandomMerges {
    private static final int CUSTOMERS = 7;
    private static final int CONTACTS = 10;
    private static final int OTHERS = 14;

    private final Api api;
    private final DSLContext jooq;
    private final SampleData sample;
    private final Random random;
    private final String field;
    private final List<Long> customers = new ArrayList<>();
    private final List<Long> contacts = new ArrayList<>();
    private final List<Long> guests = new ArrayList<>();

    record Edited(String table, long id, String field) {}

    record Done(MergeApi api, long merge) {}

    RandomMerges(Api api, DSLContext jooq, Writing writing, SampleData sample, long seed) {
        this.api = api;
        this.jooq = jooq;
        this.sample = sample;
        this.random = new Random(seed);
        this.field = "rel" + sample.user("Field");
        for (String type : List.of("customer", "opportunity", "contact")) {
            api.create(
                    "/api/custom-fields", """
                    {"type": "%s", "code": "%s", "labelZh": "关联", "labelEn": "Related", "kind": "REFERENCE",
                     "reference": "%s", "required": false, "position": 1}""".formatted(type, field, type.equals("contact") ? "contact" : "customer"));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(api.create("/api/customers", customer().toString()));
        }
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(api.create("/api/contacts", contact().toString()));
        }
        for (int i = 0; i < OTHERS; i++) {
            attach();
        }
        for (int i = 0; i < 3; i++) {
            guests.add(sample.user("Guest"));
        }
        writing.by(Viewer.system("random merges"));
        customers.forEach(this::share);
    }

    private ObjectNode customer() {
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("name", SampleData.unique("客户"));
        maybe(() -> values.put(
                "creditCode", CreditCode.complete("9133" + (1_000_000_000_000L + random.nextInt(99_999_999)))));
        maybe(() -> values.put("externalId", SampleData.unique("EX")));
        maybe(() -> values.put("region", "江苏"));
        maybe(() -> values.put("level", random.nextBoolean() ? "KEY" : "ORDINARY"));
        maybe(() -> values.put("annualRevenue", random.nextLong(1, 9_999_999_999_99L) / 100.0));
        maybe(() -> values.putArray("tags").add("标签" + random.nextInt(3)).add("标签" + random.nextInt(3, 6)));
        maybe(() -> values.put("owner", Long.toString(sample.user("Owner"))));
        maybe(() -> any(customers).ifPresent(it -> values.put("parent", it.toString())));
        maybe(() -> any(customers).ifPresent(it -> values.put("cf_" + field, it.toString())));
        return values;
    }

    private ObjectNode contact() {
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("name", SampleData.unique("某人"));
        long customer = any(customers).orElseThrow();
        values.put("customer", Long.toString(customer));
        maybe(() -> values.put("phone", "139" + random.nextInt(10_000_000, 99_999_999)));
        maybe(() -> values.put("email", "a" + random.nextInt(99) + "@example.cn"));
        maybe(() -> values.put("title", "主任"));
        maybe(() -> any(contacts)
                .filter(it -> customerOf(it) == customer)
                .ifPresent(it -> values.put("reportsTo", it.toString())));
        maybe(() -> any(contacts).ifPresent(it -> values.put("cf_" + field, it.toString())));
        return values;
    }

    private void attach() {
        String customer = any(customers).orElseThrow().toString();
        ObjectNode deal = JsonNodeFactory.instance.objectNode().put("name", SampleData.unique("商机"));
        deal.put("customer", customer);
        maybe(() -> deal.put("cf_" + field, any(customers).orElseThrow().toString()));
        long id = api.create("/api/opportunities", deal.toString());
        for (int i = 0; i < 3; i++) {
            api.post(
                    "/api/opportunities/" + id + "/contacts",
                    "{\"contactId\": \"%d\", \"role\": \"USER\", \"ofOtherCustomer\": true}"
                            .formatted(any(contacts).orElseThrow()));
        }
        String about = random.nextBoolean()
                ? ", \"recordType\": \"customer\", \"recordId\": \"%s\"".formatted(customer)
                : ", \"recordType\": \"contact\", \"recordId\": \"%d\""
                        .formatted(any(contacts).orElseThrow());
        api.create("/api/tasks", "{\"title\": \"回访\"%s}".formatted(about));
        api.create(
                "/api/activities",
                "{\"kind\": \"CALL\", \"subject\": \"电话\", \"happenedAt\": \"2026-11-20T08:00:00Z\"%s}"
                        .formatted(about));
    }

    /** Some people are shown several of them, some for a while only. */
    private void share(long customer) {
        for (int i = 0; i < 2; i++) {
            jooq.insertInto(SHARE)
                    .set(SHARE.RECORD_TYPE, "customer")
                    .set(SHARE.RECORD_ID, customer)
                    .set(SHARE.USER_ID, guests.get(random.nextInt(guests.size())))
                    .set(SHARE.SHARED_BY, 1L)
                    .set(
                            SHARE.ENDS_AT,
                            random.nextBoolean() ? null : Instant.now().plus(random.nextInt(1, 9), ChronoUnit.DAYS))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Two of chance by choices of chance; nothing where chance found no two. */
    Optional<Done> mergeSome() {
        boolean people = random.nextInt(3) == 0;
        MergeApi merges = new MergeApi(api, people ? "contact" : "customer");
        List<Long> all = people ? contacts : customers;
        long keep = any(all).orElseThrow();
        List<Long> others = all.stream()
                .filter(it -> it != keep && (!people || customerOf(it) == customerOf(keep)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long gone = others.get(random.nextInt(others.size()));
        all.remove(gone);
        List<String> take = new ArrayList<>();
        for (JsonNode choice : merges.preview(keep, gone).path("fields")) {
            if (choice.path("choosable").asBoolean() && random.nextBoolean()) {
                take.add(choice.path("code").asString());
            }
        }
        return Optional.of(new Done(merges, merges.merge(keep, gone, take.toArray(String[]::new))));
    }

    /** Somebody changes a record of chance; gives which field of which that is. */
    Edited editSome() {
        boolean people = random.nextInt(3) == 0;
        long id = any(people ? contacts : customers).orElseThrow();
        List<String> fields = people ? List.of("title", "name") : List.of("region", "name", "website");
        String changed = fields.get(random.nextInt(fields.size()));
        String value = changed.equals("website") ? "https://a" + random.nextInt(99) + ".cn" : SampleData.unique("改");
        api.patch("/api/" + (people ? "contacts/" : "customers/") + id, "{\"%s\": \"%s\"}".formatted(changed, value));
        return new Edited(people ? "customer.contact" : "customer.customer", id, changed);
    }

    private long customerOf(long contact) {
        return jooq.fetchSingle(CONTACT, CONTACT.ID.eq(contact)).getCustomerId();
    }

    private Optional<Long> any(List<Long> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private void maybe(Runnable set) {
        if (random.nextInt(3) > 0) {
            set.run();
        }
    }
}
