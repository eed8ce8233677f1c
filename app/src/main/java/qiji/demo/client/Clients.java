package qiji.demo.client;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import qiji.demo.DemoSize;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;
import qiji.demo.company.Branch;
import qiji.demo.company.Company;
import qiji.demo.company.PersonName;
import qiji.demo.company.Staff;

/** All customers of the demonstration: each is worked out from its index when asked for, none is kept. */
public final class Clients {
    /** Part of them that the company knew when it began. */
    private static final double KNOWN_AT_START = 0.4;

    private static final int CONTACTS_OF_TEN = 18;

    private final DemoSize size;
    private final Span span;
    private final Company company;
    private final long seed;
    private final long firstId;
    private final long firstContactId;

    public Clients(DemoSize size, Span span, Company company, long seed, long firstId, long firstContactId) {
        this.size = size;
        this.span = span;
        this.company = company;
        this.seed = seed;
        this.firstId = firstId;
        this.firstContactId = firstContactId;
    }

    int count() {
        return size.customers();
    }

    Client at(int index) {
        Chance chance = Chance.of(seed, "customer", index);
        Branch branch = company.branch(chance.between(0, company.branches().size() - 1));
        Staff owner = chance.pick(branch.sellers());
        boolean handedOver = branch.leaver() != null && chance.is(0.12);
        return new Client(
                index,
                firstId + index,
                CustomerName.of(index, branch.place(), chance),
                branch.place(),
                branch,
                owner,
                handedOver ? branch.leaver() : null,
                createdAt(index));
    }

    /** One of those that the company knew at that moment; some come up much more often than others. */
    public Client anyAt(Instant moment, Chance chance) {
        double passed = (double) Duration.between(span.start(), moment).toSeconds()
                / Duration.between(span.start(), span.now()).toSeconds();
        double known = (KNOWN_AT_START + (1 - KNOWN_AT_START) * passed) * size.customers();
        double rank = Math.pow(chance.fraction(), 1.6) * known;
        int index = (int) Math.min(rank, size.customers() - 1.0);
        Client client = at(index);
        return client.createdAt().isBefore(moment) ? client : at(0);
    }

    /** Ids of its contacts: the first is the one who decides. */
    public LongStream contacts(int index) {
        return LongStream.range(contactsBefore(index), contactsBefore(index + 1))
                .map(it -> firstContactId + it);
    }

    public PersonName contact(long contactId) {
        return PersonName.any(Chance.of(seed, "contact", contactId - firstContactId));
    }

    private static long contactsBefore(int index) {
        return (long) index * CONTACTS_OF_TEN / 10;
    }

    private Instant createdAt(int index) {
        double rank = (double) index / size.customers();
        Chance chance = Chance.of(seed, "customer-created", index);
        Instant day = rank < KNOWN_AT_START
                ? span.before(chance.between(2, 20))
                : span.at((rank - KNOWN_AT_START) / (1 - KNOWN_AT_START));
        Instant moment = Workday.near(day, chance);
        return moment.isAfter(span.now()) ? span.now().minusSeconds(60) : moment;
    }
}
