package qiji;

import static db.customer.Tables.CONTACT;
import static db.customer.Tables.CUSTOMER;
import static db.organization.Tables.SHARE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The customers of a random company, each with a contact; some shared for good, some no longer. A3 B2 */
final class RandomCustomers {
    private static final int CUSTOMERS = 15;

    record Client(
            long id,
            long contact,
            @Nullable Long owner,
            @Nullable Long department) {}

    private final DSLContext jooq;
    private final RandomCompany company;
    private final Map<Long, Set<Long>> shares = new HashMap<>();
    final List<Client> all = new ArrayList<>();

    RandomCustomers(DSLContext jooq, RandomCompany company) {
        this.jooq = jooq;
        this.company = company;
        for (int i = 0; i < CUSTOMERS; i++) {
            all.add(client(
                    company.random.nextInt(8) == 0 ? null : company.user(),
                    company.random.nextInt(8) == 0 ? null : company.department()));
        }
    }

    boolean sees(long user, Client client) {
        return shares.getOrDefault(user, Set.of()).contains(client.id)
                || company.isInScope(user, client.owner, client.department);
    }

    private Client client(@Nullable Long owner, @Nullable Long department) {
        long id = jooq.insertInto(CUSTOMER)
                .set(CUSTOMER.NAME, company.name)
                .set(CUSTOMER.NORMALIZED_NAME, company.name)
                .set(CUSTOMER.OWNER_ID, owner)
                .set(CUSTOMER.DEPARTMENT_ID, department)
                .set(CUSTOMER.CREATED_BY, 0L)
                .set(Map.of(CUSTOMER.SEARCH, RandomDeals.words(company.name)))
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
        long contact = jooq.insertInto(CONTACT)
                .set(CONTACT.CUSTOMER_ID, id)
                .set(CONTACT.NAME, company.name)
                .set(CONTACT.CREATED_BY, 0L)
                .set(Map.of(CONTACT.SEARCH, RandomDeals.words(company.name)))
                .returningResult(CONTACT.ID)
                .fetchSingle()
                .value1();
        if (company.random.nextInt(2) == 0) {
            share(id, company.user(), company.random.nextBoolean());
        }
        return new Client(id, contact, owner, department);
    }

    private void share(long client, long user, boolean ended) {
        jooq.insertInto(SHARE)
                .set(SHARE.RECORD_TYPE, "customer")
                .set(SHARE.RECORD_ID, client)
                .set(SHARE.USER_ID, user)
                .set(SHARE.SHARED_BY, company.user())
                .set(SHARE.SHARED_AT, Instant.EPOCH)
                .set(SHARE.ENDS_AT, ended ? Instant.EPOCH.plusSeconds(1) : null)
                .execute();
        if (!ended) {
            shares.computeIfAbsent(user, _ -> new HashSet<>()).add(client);
        }
    }
}
