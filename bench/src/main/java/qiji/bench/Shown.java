package qiji.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What somebody's list shows: which records they may open, and words that they would look for. */
record Shown(List<String> ids, List<String> words) {
    private static final int LONGEST_WORD = 4;

    static Shown to(Visitor visitor) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (JsonNode row :
                Visitor.read(visitor.get(Lists.RECORDS + "?limit=50")).get("rows")) {
            ids.add(row.get("id").asString());
            String customer = row.path("customer").path("label").asString("");
            if (!customer.isEmpty()) {
                words.add(customer.substring(0, Math.min(LONGEST_WORD, customer.length())));
            }
        }
        return new Shown(ids, words);
    }

    String id(int turn) {
        return ids.get(turn % ids.size());
    }

    String word(int turn) {
        return words.get(turn % words.size());
    }
}
