package qiji.opportunity.history;

import java.util.List;
import java.util.Map;
import qiji.opportunity.OpportunityKind;
import qiji.opportunity.Secrecy;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Words;

/** What the codes in the columns of an opportunity mean in words; a text that is no code stays as it is. */
record CodeWords(Map<String, Map<String, Words>> dictionaries) {
    static final List<String> DICTIONARIES =
            List.of("opportunity-source", "lost-reason", "invalid-cause", "contact-role");

    private static final Map<String, String> BY_COLUMN = Map.of(
            "source", "opportunity-source",
            "lost_reason", "lost-reason",
            "invalid_cause", "invalid-cause",
            "contact_role", "contact-role");

    String of(String column, String code) {
        return switch (column) {
            case "status" -> OpportunityStatus.valueOf(code).words().here();
            case "kind" -> OpportunityKind.valueOf(code).words().here();
            case "secrecy" -> Secrecy.valueOf(code).words().here();
            default -> {
                String dictionary = BY_COLUMN.get(column);
                Words words = dictionary == null
                        ? null
                        : dictionaries.getOrDefault(dictionary, Map.of()).get(code);
                yield words == null ? code : words.here();
            }
        };
    }
}
