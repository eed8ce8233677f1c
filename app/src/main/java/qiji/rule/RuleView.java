package qiji.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules as pages read them. What a body says comes as its lines, in the reader's language. */
final class RuleView {
    /** One kind in the list of all: {@code lines} are what holds today where no department has its own. */
    record Kind(
            String id,
            String label,
            boolean locked,
            List<String> lines,
            int departments,
            @Nullable LocalDate nextChange) {}

    record Choice(String code, String label) {}

    /** A part of the body for the general form. */
    record Part(String path, RuleField.Type type, String label, List<Choice> choices) {}

    record Place(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, String name) {}

    /** Who says what holds. */
    enum Source {
        OWN,
        DEPARTMENT,
        HEADQUARTERS,
        SHIPPED
    }

    /** What holds today; {@code department} if one above says it. */
    record InForce(Source source, @Nullable Place department, JsonNode body, List<String> lines) {}

    /**
     * One edition: {@code added} and {@code removed} are the lines by which it differs from the one before it, a draft from
     * what holds today. {@code body} null gives way to what holds above.
     */
    record Edition(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @Nullable Integer number,
            EditionState state,
            @Nullable LocalDate effectiveFrom,
            boolean inForce,
            JsonNode body,
            List<String> lines,
            List<String> added,
            List<String> removed,
            @Nullable String reason,
            @Nullable String createdBy,
            Instant createdAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    /** The rule of one place with its editions, the latest to take effect first; drafts only for those who may edit them. */
    record Timeline(
            String id,
            String label,
            List<Part> parts,
            @Nullable Place department,
            int version,
            boolean locked,
            boolean mayEdit,
            boolean mayTry,
            List<Place> departments,
            InForce inForce,
            List<Edition> editions) {}

    private RuleView() {}
}
