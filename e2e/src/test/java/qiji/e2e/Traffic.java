package qiji.e2e;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Several sellers who make opportunities and move them, and who remember what they were told is done. */
final class Traffic implements AutoCloseable {
    private static final int SELLERS = 4;
    private static final int MOVES_EACH = 6;

    private final Client client;
    private final List<String> stages;
    private final String customer;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final AtomicInteger confirmed = new AtomicInteger();
    private final List<Thread> sellers = new ArrayList<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /** How often it was moved; whether one more move was asked for that nobody has confirmed; where it was moved to last. */
    private record Told(int moves, boolean asking, String stage) {}

    private Traffic(Client client, List<String> stages, String customer) {
        this.client = client;
        this.stages = stages;
        this.customer = customer;
    }

    static Traffic begin(Client client, String customer) throws IOException, InterruptedException {
        List<String> stages = new ArrayList<>();
        for (JsonNode stage : client.get("/api/processes").get(0).get("stages")) {
            stages.add(stage.get("id").asString());
        }
        return new Traffic(client, stages, customer).start();
    }

    /** The same once more, with nothing asked that must be answered. */
    Traffic again() {
        return new Traffic(client, stages, customer).start();
    }

    private Traffic start() {
        for (int number = 0; number < SELLERS; number++) {
            sellers.add(Thread.ofVirtual().start(this::sell));
        }
        return this;
    }

    /** How many creates and moves were confirmed so far. */
    int confirmed() {
        return confirmed.get();
    }

    /** Answers that were neither a confirmation nor the silence of an application that was killed. */
    List<String> surprises() {
        return surprises;
    }

    private void sell() {
        try {
            while (!stopping) {
                sellOne();
            }
        } catch (IOException killed) {
            // what was not answered was not confirmed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sellOne() throws IOException, InterruptedException {
        Client.Answer made = client.send("POST", "/api/opportunities", """
                {"name": "Sold in a storm", "customer": "%s", "expectedAmount": 1000, "expectedSignOn": "2027-06-30"}
                """.formatted(customer));
        if (!isConfirmed(made)) {
            return;
        }
        String id = made.json().get("id").asString();
        told.put(id, new Told(0, false, stages.getFirst()));
        if (!isConfirmed(client.send("PUT", "/api/opportunities/" + id + "/validity", """
                {"need": {"known": true, "evidence": "n"}, "kp": {"known": true, "evidence": "k"},
                 "budget": {"known": true, "evidence": "b"}}"""))) {
            return;
        }
        for (int moves = 0; moves < MOVES_EACH && !stopping; moves++) {
            Told before = told.getOrDefault(id, new Told(moves, false, ""));
            String stage = stages.get(1 + moves % 2);
            told.put(id, new Told(moves, true, before.stage()));
            if (!isConfirmed(client.send("PUT", "/api/opportunities/" + id + "/stage", """
                    {"stageId": "%s", "reason": "storm"}""".formatted(stage)))) {
                return;
            }
            told.put(id, new Told(moves + 1, false, stage));
        }
    }

    private boolean isConfirmed(Client.Answer answer) {
        if (answer.isConfirmed()) {
            confirmed.incrementAndGet();
        } else {
            surprises.add(answer.status() + " " + answer.text());
        }
        return answer.isConfirmed();
    }

    /** What was confirmed and is not there. */
    List<String> missingIn(Inside database) throws SQLException {
        Map<String, String> found = new ConcurrentHashMap<>();
        database.column("""
                select concat_ws(' ', o.id, o.stage_id,
                    (select count(*) - 1 from opportunity.stage_visit v where v.opportunity_id = o.id))
                from opportunity.opportunity o""").forEach(row -> {
            String[] parts = row.split(" ", 2);
            found.put(parts[0], parts[1]);
        });
        List<String> missing = new ArrayList<>();
        told.forEach((id, it) -> {
            String now = found.getOrDefault(id, "nothing");
            boolean there = now.equals(it.stage() + " " + it.moves());
            boolean oneMore = it.asking() && now.endsWith(" " + (it.moves() + 1));
            if (!there && !oneMore) {
                missing.add("opportunity %s: told %s, found %s".formatted(id, it, now));
            }
        });
        return missing;
    }

    /** What its sellers are doing they finish. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread seller : sellers) {
                seller.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
