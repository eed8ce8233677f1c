package qiji.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people at once, each asking one thing after another, and what the application then needs of memory. */
final class Crowd {
    static final String NAME = "crowd";
    private static final List<String> ROLES =
            List.of("ACCOUNT_MANAGER", "CENTER_DIRECTOR", "REGION_SALES", "SALES_OPS");
    private static final List<String> MIX = List.of(
            Lists.RECORDS + "?limit=50",
            Lists.RECORDS + "/count",
            Lists.RECORDS + "?limit=50&sort=-expectedAmount",
            Lists.RECORDS + "/fields");

    /** What the people of a crowd ask for, one after the other. */
    enum Wish {
        MIXED(MIX),
        FIELDS(List.of(Lists.RECORDS + "/fields"));

        private final List<String> paths;

        Wish(List<String> paths) {
            this.paths = paths;
        }
    }

    private final Visitors visitors;
    private final Server server;

    Crowd(Visitors visitors, Server server) {
        this.visitors = visitors;
        this.server = server;
    }

    /** Requests a second with so many clients for so long, and megabytes resident after that. */
    record Load(Wish wish, int clients, int seconds, double perSecond, double residentMb) {}

    Load of(Wish wish, int clients, int seconds) throws IOException, InterruptedException {
        List<Visitor> people = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            people.add(visitors.another(ROLES.get(i % ROLES.size())));
        }
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long answered = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (Visitor visitor : people) {
                counts.add(threads.submit(() -> ask(visitor, wish.paths, until)));
            }
            for (Future<Long> count : counts) {
                answered += count.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A request of the crowd failed", e.getCause());
        }
        return new Load(wish, clients, seconds, answered / (double) seconds, server.residentMb());
    }

    private static long ask(Visitor visitor, List<String> paths, long until) throws IOException, InterruptedException {
        long answered = 0;
        while (System.nanoTime() < until) {
            visitor.get(paths.get((int) (answered % paths.size())));
            answered++;
        }
        return answered;
    }
}
