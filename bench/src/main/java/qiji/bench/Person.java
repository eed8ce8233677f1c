package qiji.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One of a crowd, who does one thing after another. What they move is made for it, and taken away in the end. */
final class Person {
    private final List<Scenario.Work> works;

    private Person(List<Scenario.Work> works) {
        this.works = works;
    }

    static Person asking(Visitor visitor, String path) {
        return new Person(List.of(_ -> visitor.get(path)));
    }

    /** Lists, some sorted, some of the past, counts, searches, records and boards; a seller moves one of their own too. */
    static Person ofAllKinds(Visitor visitor, boolean seller) throws IOException, InterruptedException {
        Shown shown = Shown.to(visitor);
        JsonNode process = Visitor.read(visitor.get("/api/processes")).get(0);
        String list = Lists.RECORDS + "?limit=50";
        String board = Numbers.board(process.get("id").asLong());
        List<Scenario.Work> works = new ArrayList<>(List.of(
                _ -> visitor.get(list),
                turn -> visitor.get("/api/opportunities/" + shown.id(turn)),
                _ -> visitor.get(Lists.RECORDS + "/count"),
                turn -> visitor.get("/api/search?q=" + URLEncoder.encode(shown.word(turn), StandardCharsets.UTF_8)),
                _ -> visitor.get(list + "&sort=-expectedAmount"),
                _ -> visitor.get(Lists.RECORDS + "/fields"),
                _ -> visitor.get(list + Past.ASKED),
                turn -> visitor.get("/api/opportunities/" + shown.id(turn + 1)),
                _ -> visitor.get(list),
                _ -> visitor.get(board)));
        if (seller) {
            works.add(moving(visitor, process.get("stages")));
        }
        return new Person(List.copyOf(works));
    }

    /** To and fro between the first two stages. */
    private static Scenario.Work moving(Visitor visitor, JsonNode stages) throws IOException, InterruptedException {
        String customer = Visitor.read(visitor.get("/api/records/customer?limit=1&fields=name"))
                .at("/rows/0/id")
                .asString();
        String made = Visitor.read(visitor.send("POST", "/api/opportunities", """
                        {"name": "%s", "customer": "%s", "expectedAmount": 120000, "expectedSignOn": "2027-03-31"}
                        """.formatted(Twins.MADE, customer)))
                .get("id")
                .asString();
        String path = "/api/opportunities/" + made;
        String known = "{\"known\": true, \"evidence\": \"bench\"}";
        visitor.send("PUT", path + "/validity", "{\"need\": %1$s, \"kp\": %1$s, \"budget\": %1$s}".formatted(known));
        int[] moved = {0};
        return _ -> {
            moved[0]++;
            return visitor.send(
                    "PUT",
                    path + "/stage",
                    "{\"stageId\": \"%s\", \"reason\": \"bench\"}"
                            .formatted(stages.get(moved[0] % 2).get("id").asString()));
        };
    }

    /** How many answers came, and how many refusals. */
    record Count(int answered, int refused) {}

    /** Beginning with the {@code first}; what came until then. */
    Count busy(int first, long untilNanos) throws Exception {
        int answered = 0;
        int refused = 0;
        while (true) {
            int turn = first + answered + refused;
            boolean came = came(turn);
            if (System.nanoTime() >= untilNanos) {
                return new Count(answered, refused);
            }
            if (came) {
                answered++;
            } else {
                refused++;
            }
        }
    }

    private boolean came(int turn) throws Exception {
        try {
            works.get(turn % works.size()).run(turn / works.size());
            return true;
        } catch (IOException e) {
            System.out.println("crowd: " + e.getMessage());
            return false;
        }
    }
}
