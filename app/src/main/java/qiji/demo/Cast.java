package qiji.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.client.Client;
import qiji.demo.company.Staff;

/** Who and what an opportunity is about. {@code partner} registered it, if one did. */
record Cast(
        Instant createdAt,
        Client client,
        List<Long> contactIds,
        String decider,
        Staff firstOwner,
        Basket basket,
        int months,
        String source,
        @Nullable Staff partner) {
    private static final List<String> SOURCES = List.of(
            "ACCOUNT_MANAGER",
            "LEADER",
            "PARTNER",
            "RESEARCH",
            "REFERRAL",
            "INQUIRY",
            "NEED_CHANGE",
            "ONLINE",
            "EVENT",
            "TENDER",
            "POLICY",
            "COMPETITOR");
    private static final double[] SOURCE_WEIGHTS = {34, 6, 7, 5, 10, 9, 8, 4, 5, 7, 3, 2};

    static Cast of(World world, Instant createdAt, Chance chance) {
        Client client = world.clients().anyAt(createdAt, chance);
        List<Long> contacts = world.clients().contacts(client.index()).boxed().toList();
        String source = SOURCES.get(chance.weighted(SOURCE_WEIGHTS));
        Staff owner = chance.is(0.9)
                ? client.ownerAt(createdAt)
                : chance.pick(client.branch().sellers());
        return new Cast(
                createdAt,
                client,
                contacts,
                contacts.isEmpty()
                        ? "对方负责人"
                        : world.clients().contact(contacts.getFirst()).written(),
                owner,
                Basket.fill(world.offers(), chance),
                List.of(12, 12, 24, 36).get(chance.between(0, 3)),
                source,
                source.equals("PARTNER") ? chance.pick(world.company().partners()) : null);
    }

    long enteredBy() {
        return partner == null ? firstOwner.id() : partner.id();
    }

    String[] names() {
        return new String[] {
            "{customer}",
            client.name().familiar(),
            "{contact}",
            decider,
            "{product}",
            basket.main().name()
        };
    }
}
