package qiji.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Many people at once, each asking one thing after another, and what the application then needs of memory. */
final class Crowd {
    static final String NAME = "crowd";
    private static final String SELLER = "ACCOUNT_MANAGER";
    private static final List<String> ROLES = List.of(SELLER, "CENTER_DIRECTOR", "REGION_SALES", "SALES_OPS");
    private static final int FEW = 8;
    private static final int MANY = 32;
    /** Few and many in turns, so often: one run differs from the next by a tenth. */
    private static final int TURNS = 3;

    private static final int SHORT = 10;
    private static final int LONG = 20;
    private static final int MINUTE = 60;

    /** What the people of a crowd ask for: one thing, or one after the other. */
    enum Wish {
        FIELDS,
        LIST,
        MIXED
    }

    private final Visitors visitors;
    private final Server server;

    Crowd(Visitors visitors, Server server) {
        this.visitors = visitors;
        this.server = server;
    }

    /** Requests a second with so many clients for so long, and the most megabytes resident meanwhile. */
    record Load(Wish wish, int clients, int seconds, double perSecond, int refused, double residentMb) {}

    /** Few who read no records; few and many in turns; then many for minutes, to see whether memory grows. */
    List<Load> run(int minutes) throws IOException, InterruptedException {
        List<Load> loads = new ArrayList<>(List.of(of(Wish.FIELDS, FEW, SHORT)));
        for (int turn = 0; turn < TURNS; turn++) {
            loads.add(of(Wish.LIST, FEW, SHORT));
            loads.add(of(Wish.LIST, MANY, SHORT));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            loads.add(of(Wish.MIXED, FEW, LONG));
            loads.add(of(Wish.MIXED, MANY, LONG));
        }
        for (int minute = 0; minute < minutes; minute++) {
            loads.add(of(Wish.MIXED, MANY, MINUTE));
        }
        return loads;
    }

    static List<Figure> judged(List<Load> loads) {
        List<Figure> figures = new ArrayList<>();
        if (loads.isEmpty()) {
            return figures;
        }
        figures.add(Figure.goal("fields, 8 clients", median(loads, Wish.FIELDS, FEW), "/s", 1_500));
        for (Wish wish : List.of(Wish.LIST, Wish.MIXED)) {
            String name = wish == Wish.LIST ? "list" : "mix";
            double share = 100 * median(loads, wish, MANY) / median(loads, wish, FEW);
            figures.add(Figure.atLeast("throughput of 32 clients, in per cent of 8: " + name, share, "%", 95));
        }
        figures.add(Figure.atMost(
                "memory, 32 clients, mix",
                of(loads, Wish.MIXED, MANY).mapToDouble(Load::residentMb).max().orElseThrow(),
                "MB",
                768));
        int refused = loads.stream().mapToInt(Load::refused).sum();
        figures.add(Figure.atMost("requests of crowds that were refused", refused, "", 0));
        List<Load> minutes =
                loads.stream().filter(load -> load.seconds == MINUTE).toList();
        if (minutes.size() > 1) {
            double first = minutes.getFirst().residentMb;
            figures.add(Figure.atMost(
                    "memory, growth from minute 1 to %d".formatted(minutes.size()),
                    100 * (minutes.getLast().residentMb - first) / first,
                    "%",
                    3));
        }
        return figures;
    }

    private static Stream<Load> of(List<Load> loads, Wish wish, int clients) {
        return loads.stream().filter(load -> load.wish == wish && load.clients == clients);
    }

    /** Of those that are compared: minutes are not. */
    private static double median(List<Load> loads, Wish wish, int clients) {
        return Result.median(of(loads, wish, clients)
                .filter(load -> load.seconds < MINUTE)
                .mapToDouble(Load::perSecond)
                .sorted()
                .toArray());
    }

    private Load of(Wish wish, int clients, int seconds) throws IOException, InterruptedException {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            people.add(person(wish, ROLES.get(i % ROLES.size())));
        }
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long answered = 0;
        int refused = 0;
        try (MemoryWatch memory = MemoryWatch.over(server);
                ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Person.Count>> counts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Person person = people.get(i);
                int first = i / ROLES.size();
                counts.add(threads.submit(() -> person.busy(first, until)));
            }
            for (Future<Person.Count> count : counts) {
                answered += count.get().answered();
                refused += count.get().refused();
            }
            return new Load(wish, clients, seconds, answered / (double) seconds, refused, memory.peakMb());
        } catch (ExecutionException e) {
            throw new IOException("A request of the crowd failed", e.getCause());
        }
    }

    private Person person(Wish wish, String role) throws IOException, InterruptedException {
        Visitor visitor = visitors.another(role);
        return switch (wish) {
            case FIELDS -> Person.asking(visitor, Lists.RECORDS + "/fields");
            case LIST -> Person.asking(visitor, Lists.RECORDS + "?limit=50");
            case MIXED -> Person.ofAllKinds(visitor, role.equals(SELLER));
        };
    }
}
