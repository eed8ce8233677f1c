package qiji.opportunity.history;

import java.util.List;
import java.util.Map;
import qiji.opportunity.FieldNames;
import qiji.opportunity.OpportunityFields;
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
        String dictionary = BY_COLUMN.get(column);
        if (dictionary == null) {
            return OpportunityFields.TYPE.field(FieldNames.of(column)).stream()
                    .flatMap(field -> field.choices().stream())
                    .filter(choice -> choice.code().equals(code))
                    .map(choice -> choice.label().here())
                    .findFirst()
                    .orElse(code);
        }
        Words words = dictionaries.getOrDefault(dictionary, Map.of()).get(code);
        return words == null ? code : words.here();
    }
}
