package qiji.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The opportunities that somebody sees, by each way on which they come out; {@code parameters} begin with {@code &}. */
record Seen(Client client, Map<String, String> idsByNumber) {
    Set<String> listed(String parameters) throws IOException, InterruptedException {
        Set<String> ids = new TreeSet<>();
        String after = "";
        do {
            JsonNode page = client.get("/api/records/opportunity?fields=name&limit=200" + parameters + after);
            ids.addAll(idsOf(page.get("rows")));
            after = page.path("next").isString()
                    ? "&after=" + Client.encoded(page.get("next").asString())
                    : "";
        } while (!after.isEmpty());
        return ids;
    }

    int counted(String parameters) throws IOException, InterruptedException {
        return client.get("/api/records/opportunity/count?" + parameters)
                .get("count")
                .asInt();
    }

    int grouped() throws IOException, InterruptedException {
        return StreamSupport.stream(
                        client.get("/api/records/opportunity/groups?by=status")
                                .get("groups")
                                .spliterator(),
                        false)
                .mapToInt(group -> group.get("count").asInt())
                .sum();
    }

    /** The first cards of each lane. */
    Set<String> onBoard(String parameters) throws IOException, InterruptedException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode lane : client.get("/api/opportunities/board?by=STATUS&limit=100" + parameters)
                .get("lanes")) {
            ids.addAll(idsOf(lane.get("rows")));
        }
        return ids;
    }

    /** A file has no ids: records are known by their numbers there. */
    Set<String> exported(String parameters) throws IOException, InterruptedException {
        String csv = new String(
                client.download("/api/records/opportunity/export?format=csv&fields=number" + parameters),
                StandardCharsets.UTF_8);
        return csv.lines()
                .skip(1)
                .map(number -> idsByNumber.getOrDefault(number, number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean found(String text) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        client.get("/api/search?q=" + text).get("groups").spliterator(), false)
                .anyMatch(group -> group.get("type").asString().equals("opportunity"));
    }

    private static Set<String> idsOf(JsonNode rows) {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(row.get("id").asString()));
        return ids;
    }
}
